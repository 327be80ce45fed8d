/** Whether a text can be stored and compared: no NUL or other control character, no lone surrogate. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text)
}

/** The same for what people write, in lines and with tabs. */
export function isStorableProse(text: string): boolean {
  return isStorable(text.replace(/[\t\n\r]/g, ' '))
}
