import { parseQuery } from '@/lib/search/language/parse'
import type { FieldTerm } from '@/lib/search/language/term'
import { isTimeAgo, resolveTime } from '@/lib/search/language/times'

const DAY_MS = 86_400_000

/** From when (inclusive) to when (exclusive) the query asks for what was received, as it was written; null is no bound. */
export function rangeOf(q: string): { from: string | null; to: string | null } {
  const terms = receivedTerms(q)
  const from = terms.find(({ op }) => op === 'gt' || op === 'gte')?.values[0] ?? null
  const to = terms.find(({ op }) => op === 'lt' || op === 'lte')?.values[0] ?? null
  const day = terms.find(({ op, values }) => op === 'is' && values.length === 1)?.values[0]
  if (from || to || !day) return { from, to }
  const start = new Date(`${day}T00:00:00Z`)
  return { from: start.toISOString(), to: new Date(start.getTime() + DAY_MS).toISOString() }
}

/** Whether nothing that is still to come can fit the query: it asks for what was received before now. */
export function isPast(q: string, now: Date): boolean {
  const { to } = rangeOf(q)
  const end = to === null ? null : resolveTime(to, now)
  return to !== null && (isTimeAgo(to) || (end !== null && end <= now))
}

function receivedTerms(q: string): FieldTerm[] {
  return parseQuery(q).terms.flatMap(({ term }) =>
    term.kind === 'field' && term.key === 'received' && !term.not ? [term] : [],
  )
}
