import { Prisma } from '@/lib/db/client'

/** A condition in SQL, or the answer where it is known without asking: for every row, or for none. */
export type Condition = Prisma.Sql | boolean

/** All of them; false where one can never hold. Unknown (NULL) counts as not fitting. */
export function every(conditions: readonly Condition[]): Condition {
  const asked = conditions.filter((condition) => condition !== true)
  if (asked.length === 0) return true
  const parts = asked.filter((condition) => condition !== false)
  return parts.length < asked.length ? false : Prisma.join(parts.map(enclosed), ' AND ')
}

/** Any of them; false where there are none. */
export function some(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true
  const parts = conditions.filter((condition): condition is Prisma.Sql => typeof condition !== 'boolean')
  const [only] = parts
  if (!only) return false
  return parts.length === 1 ? only : Prisma.sql`(${Prisma.join(parts.map(enclosed), ' OR ')})`
}

/** What does not fit: unknown (NULL) is turned into true as well. */
export function negation(condition: Condition): Condition {
  return typeof condition === 'boolean' ? !condition : Prisma.sql`(${condition}) IS NOT TRUE`
}

/** As SQL whatever it is. */
export function toSql(condition: Condition): Prisma.Sql {
  if (typeof condition !== 'boolean') return condition
  return condition ? Prisma.sql`true` : Prisma.sql`false`
}

function enclosed(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition})`
}
