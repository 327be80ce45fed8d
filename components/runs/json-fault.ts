import type { Translate } from '@/lib/i18n/translate'

/** Why a text is not JSON, in the parser's words and without its copy of the text; null where it is. */
export function jsonFault(text: string, t: Translate<'runs'>): string | null {
  if (text.trim() === '') return t('jsonFault.empty')
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
    if (Number.isNaN(at))
      return message.replace(/, ?("|\.\.\.).*$/s, '').replace(/ in JSON$/, '') || t('jsonFault.unparsed')
    const before = text.slice(0, at).split('\n')
    return t('jsonFault.at', { line: String(before.length), column: String((before.at(-1)?.length ?? 0) + 1) })
  }
}
