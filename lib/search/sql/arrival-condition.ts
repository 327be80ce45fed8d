import { Prisma } from '@/lib/db/client'
import type { FieldTerm } from '../language/term'
import type { Condition } from './condition'
import { providerCondition, sourceCondition } from './source-condition'
import { spansOf, withinSpans } from './time-spans'

/** The keys that are asked of events and of deliveries alike. */
export const ARRIVAL_KEYS = ['provider', 'source', 'received'] as const
export type ArrivalKey = (typeof ARRIVAL_KEYS)[number]

/** Whether a term asks whence and when something came. */
export function isArrivalTerm(term: FieldTerm): term is FieldTerm & { key: ArrivalKey } {
  return ARRIVAL_KEYS.some((key) => key === term.key)
}

/** The condition on a row `t` with `source_id` and `received_at`, whether or not the term is negated. */
export function arrivalCondition({ key, op, values }: FieldTerm & { key: ArrivalKey }, now: Date): Condition {
  if (op === 'exists') return true
  if (key === 'provider') return providerCondition(values)
  if (key === 'source') return sourceCondition(values)
  return withinSpans(Prisma.sql`t.received_at`, spansOf(op, values, now))
}
