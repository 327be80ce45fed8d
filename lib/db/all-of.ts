import { Prisma } from './client'

/** `a AND b AND …`, or true where there is nothing to hold. */
export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`
}
