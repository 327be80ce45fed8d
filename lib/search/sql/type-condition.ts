import { Prisma } from '@/lib/db/client'
import { likeLiteral } from '@/lib/db/like-literal'
import { some, toSql } from './condition'
import { isAnyOf } from './is-any-of'

/** Whether a column of event types is any of these; `*` stands for any characters. */
export function typeCondition(column: Prisma.Sql, patterns: readonly string[]): Prisma.Sql {
  const isPattern = (value: string) => value.includes('*')
  const types = patterns.filter((value) => !isPattern(value))
  const likes = patterns
    .filter(isPattern)
    .map((pattern) => Prisma.sql`${column} LIKE ${likeLiteral(pattern).replaceAll('*', '%')}`)
  return toSql(some([types.length > 0 && isAnyOf(column, types), ...likes]))
}
