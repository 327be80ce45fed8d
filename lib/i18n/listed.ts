import type { Translate } from './translate'

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], t: Translate<'words'>): string {
  return joined(words, (before, last) => t('lists.and', { before, last }))
}

/** `a`, `a or b`, `a, b or c`. */
export function listedOr(words: readonly string[], t: Translate<'words'>): string {
  return joined(words, (before, last) => t('lists.or', { before, last }))
}

/** As `listed`; from six on the first four and how many more. */
export function listedBriefly(words: readonly string[], t: Translate<'words'>): string {
  if (words.length <= 5) return listed(words, t)
  return listed([...words.slice(0, 4), t('lists.more', { count: words.length - 4 })], t)
}

function joined(words: readonly string[], join: (before: string, last: string) => string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : join(words.slice(0, -1).join(', '), last)
}
