import { Prisma } from '@/lib/db/client'
import { some, toSql } from './condition'

/** Whether a column of event types is any of these; `*` stands for any characters. */
export function typeCondition(column: Prisma.Sql, patterns: readonly string[]): Prisma.Sql {
  return toSql(
    some(
      patterns.map((pattern) =>
        pattern.includes('*')
          ? Prisma.sql`${column} LIKE ${pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')}`
          : Prisma.sql`${column} = ${pattern}`,
      ),
    ),
  )
}
