/** Why a text is not JSON, in the parser's words and without its copy of the text; null where it is. */
export function jsonFault(text: string): string | null {
  if (text.trim() === '') return 'it is empty'
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
    if (Number.isNaN(at))
      return message.replace(/, ?("|\.\.\.).*$/s, '').replace(/ in JSON$/, '') || 'it does not parse'
    const before = text.slice(0, at).split('\n')
    return `look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  }
}
