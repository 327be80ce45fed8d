import { parseQuery } from './language/parse'
import { printTerms } from './language/print'
import type { Term } from './language/term'
import { isTimeAgo, resolveTime } from './language/times'

/** A query as it is to be asked later: `received:>24h` means the 24 hours before `now`. As it was where it names no such time. */
export function inFull(q: string, now: Date): string {
  const terms = parseQuery(q).terms.map(({ term }) => term)
  return terms.some(asksTimeAgo) ? printTerms(terms.map((term) => withTimes(term, now))) : q
}

function asksTimeAgo(term: Term): boolean {
  return term.kind === 'field' && (term.key === 'received' || term.key === 'occurred') && term.values.some(isTimeAgo)
}

function withTimes(term: Term, now: Date): Term {
  if (!asksTimeAgo(term) || term.kind !== 'field') return term
  return { ...term, values: term.values.map((value) => resolveTime(value, now)?.toISOString() ?? value) }
}
