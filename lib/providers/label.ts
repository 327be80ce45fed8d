// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /\p{Surrogate}/gu

/**
 * Text fit to be stored and shown on one line: at most `maxLength` characters, without control characters, lone
 * surrogates and marks that turn the direction of writing around. What is clipped ends in `…`.
 */
export function clean(text: string, maxLength: number): string {
  // What is thrown away anyway need not be searched; twice the length leaves room for what is removed.
  const fit = text
    .slice(0, maxLength * 2)
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '')
    .trim()
  if (fit === '' || (fit.length <= maxLength && text.length <= maxLength * 2)) return fit
  return `${fit.slice(0, maxLength - 1).replace(LONE_SURROGATE, '')}…`
}
