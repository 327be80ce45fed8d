import { Prisma } from '@/lib/db/client'
import type { Operator } from '../language/term'
import { type Condition, some } from './condition'

/** How often an event was received, compared with any of the values; a value that is no number fits nothing. */
export function repeatsCondition(count: Prisma.Sql, op: Operator, values: readonly string[]): Condition {
  if (op === 'exists') return true
  const compare = Prisma.raw(SIGN[op])
  const numbers = values.filter((value) => NUMBER.test(value))
  return some(numbers.map((value) => Prisma.sql`${count} ${compare} ${value}::int`))
}

const SIGN = { is: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
const NUMBER = /^\d{1,9}$/
