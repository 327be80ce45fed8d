import { parseQuery } from '@/lib/search/language/parse'
import type { Fault, Term } from '@/lib/search/language/term'

/** A piece of a query as the row shows it: a term or what is not understood, and where it stands. */
export interface Segment {
  start: number
  end: number
  /** As it was typed. */
  token: string
  term: Term | null
  fault: Fault | null
}

/** The pieces of a query in their order. A query that is too long is one faulty piece. */
export function segmentsOf(text: string): Segment[] {
  const { terms, faults } = parseQuery(text)
  const whole = faults.find(({ code }) => code === 'too_long')
  if (whole) return [{ start: 0, end: text.length, token: text, term: null, fault: whole }]
  return [
    ...terms.map(({ term, start, end }) => ({ start, end, token: text.slice(start, end), term, fault: null })),
    ...faults.map((fault) => ({ start: fault.start, end: fault.end, token: fault.token, term: null, fault })),
  ].sort((a, b) => a.start - b.start)
}

/** The text with something else in the place of a piece; with nothing, the piece goes and the space with it. */
export function withSegment(text: string, { start, end }: Pick<Segment, 'start' | 'end'>, replacement: string): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (replacement.trim() !== '') return before + replacement.trim() + after
  return after.trim() === '' ? before.trimEnd() : before + after.trimStart()
}

/** Whether what is typed ends with a space that ends a term, rather than one within quotes. */
export function endsTerm(draft: string): boolean {
  if (draft.trim() === '' || !/\s$/.test(draft)) return false
  return !parseQuery(draft).faults.some(({ code }) => code === 'unclosed_quote')
}
