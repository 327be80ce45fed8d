import { Prisma } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import type { FieldTerm, Key } from '../language/term'
import { arrivalCondition, isArrivalTerm } from './arrival-condition'
import { type Condition, negation } from './condition'
import { isAnyOf } from './is-any-of'
import { claimsCondition } from './names-condition'
import { repeatsCondition } from './repeats-condition'
import { typeCondition } from './type-condition'

/** The condition of one term on a rejected delivery `t`: by what it claims to be. It has no runs and is no event. */
export function rejectedCondition(term: FieldTerm, now: Date): Condition {
  const condition = conditionOf(term, now)
  return term.not ? negation(condition) : condition
}

function conditionOf(term: FieldTerm, now: Date): Condition {
  if (isArrivalTerm(term)) return arrivalCondition(term, now)
  return OF_KEY[term.key]?.(term) ?? claimsCondition(term)
}

/** What is not here asks for names. */
const OF_KEY: Partial<Record<Key, (term: FieldTerm) => Condition>> = {
  type: ({ op, values }) =>
    op === 'exists' ? Prisma.sql`t.claimed_type IS NOT NULL` : typeCondition(Prisma.sql`t.claimed_type`, values),
  verdict: ({ op, values }) => op === 'exists' || values.includes('rejected'),
  reason: ({ op, values }) =>
    op === 'exists' ? Prisma.sql`t.reason IS NOT NULL` : isAnyOf(Prisma.sql`t.reason`, values),
  repeats: ({ op, values }) => repeatsCondition(Prisma.sql`1`, op, values),
  id: ({ op, values }) => op === 'exists' || idCondition(values),
  occurred: () => false,
  problem: () => false,
  status: () => false,
  handler: () => false,
  failure: () => false,
}

function idCondition(values: readonly string[]): Condition {
  const ids = values.filter(isUuid)
  return ids.length > 0 && Prisma.sql`t.id = ANY(${ids}::uuid[])`
}
