import { Prisma } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import type { FieldTerm, Key } from '../language/term'
import { arrivalCondition, isArrivalTerm } from './arrival-condition'
import { type Condition, negation, some } from './condition'
import { isAnyOf } from './is-any-of'
import { eventNamesCondition } from './names-condition'
import { repeatsCondition } from './repeats-condition'
import { spansOf, withinSpans } from './time-spans'
import { typeCondition } from './type-condition'

/** The condition of one term on an event `t`, those on its runs aside (see runCondition). */
export function eventCondition(term: FieldTerm, now: Date): Condition {
  const condition = conditionOf(term, now)
  return term.not ? negation(condition) : condition
}

function conditionOf(term: FieldTerm, now: Date): Condition {
  if (isArrivalTerm(term)) return arrivalCondition(term, now)
  return OF_KEY[term.key]?.(term, now) ?? eventNamesCondition(term)
}

/** What is not here asks for names. */
const OF_KEY: Partial<Record<Key, (term: FieldTerm, now: Date) => Condition>> = {
  type: ({ op, values }) => op === 'exists' || typeCondition(Prisma.sql`t.type`, values),
  verdict: ({ op, values }) => op === 'exists' || verdictCondition(values),
  reason: ({ op, values }) => (op === 'exists' || values.includes('no_secret')) && verdictCondition(['unchecked']),
  occurred: ({ op, values }, now) =>
    op === 'exists'
      ? Prisma.sql`t.occurred_at IS NOT NULL`
      : withinSpans(Prisma.sql`t.occurred_at`, spansOf(op, values, now)),
  repeats: ({ op, values }) => repeatsCondition(Prisma.sql`t.delivery_count`, op, values),
  problem: ({ op, values }) => (op === 'exists' ? Prisma.sql`t.problems <> '[]'::jsonb` : some(values.map(hasProblem))),
  id: ({ op, values }) => op === 'exists' || idCondition(values),
}

/** One verdict is compared as such, so that an index over that one alone can serve. */
function verdictCondition(verdicts: readonly string[]): Condition {
  const good = verdicts.filter((verdict) => verdict !== 'rejected')
  return good.length > 0 && isAnyOf(Prisma.sql`t.verdict`, good)
}

function hasProblem(code: string): Prisma.Sql {
  return Prisma.sql`t.problems @> ${JSON.stringify([{ code }])}::jsonb`
}

/** Its own id, that of a delivery of it, or its dedupe key. */
function idCondition(values: readonly string[]): Prisma.Sql {
  const ids = values.filter(isUuid)
  return Prisma.sql`t.id IN (
    SELECT e.id FROM source s JOIN event e ON e.source_id = s.id AND e.dedupe_key = ANY(${[...values]}::text[])
    UNION ALL SELECT e.id FROM event e WHERE e.id = ANY(${ids}::uuid[])
    UNION ALL SELECT d.event_id FROM delivery d WHERE d.id = ANY(${ids}::uuid[]) AND d.event_id IS NOT NULL)`
}
