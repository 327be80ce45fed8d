import { Prisma } from '@/lib/db/client'

/** `column = a`, or any of several. One is compared as such, so that a partial index, or the order of one, can serve. */
export function isAnyOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 1
    ? Prisma.sql`${column} = ${values[0]}`
    : Prisma.sql`${column} = ANY(${[...values]}::text[])`
}
