import { Prisma } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import { some, toSql } from './condition'
import { isAnyOf } from './is-any-of'

/** Whether `t.source_id` is a source of any of these providers. */
export function providerCondition(providers: readonly string[]): Prisma.Sql {
  return Prisma.sql`t.source_id IN (SELECT id FROM source WHERE ${isAnyOf(Prisma.sql`provider`, providers)})`
}

/** Whether `t.source_id` is any of these sources, each named by its id or its slug. */
export function sourceCondition(sources: readonly string[]): Prisma.Sql {
  const [ids, slugs] = [sources.filter(isUuid), sources.filter((source) => !isUuid(source))]
  const parts: Prisma.Sql[] = []
  if (ids.length === 1) parts.push(Prisma.sql`t.source_id = ${ids[0]}::uuid`)
  if (ids.length > 1) parts.push(Prisma.sql`t.source_id = ANY(${ids}::uuid[])`)
  if (slugs.length > 0) {
    parts.push(Prisma.sql`t.source_id IN (SELECT id FROM source WHERE ${isAnyOf(Prisma.sql`slug`, slugs)})`)
  }
  return toSql(some(parts))
}
