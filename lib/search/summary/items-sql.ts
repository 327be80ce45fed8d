import { Prisma } from '@/lib/db/client'
import type { Term } from '../language/term'
import type { Conditions } from '../sql/conditions'
import { contentOfItem } from '../sql/content-condition'
import { foundRunsSql } from './runs-sql'
import { inSample, type Rates, sampledRejected } from './sample'

/** The items of a base that a statement counts. */
export interface Counted {
  /** Its place among the bases. */
  base: number
  terms: readonly Term[]
  conditions: Conditions
  includesRejected: boolean
}

/** By which conditions all of a base are found: those on its content, on its runs, on its types, or on anything. */
export type Through = 'content' | 'runs' | 'types' | 'conditions'

/** How the items are found: those of a sample, or all of them up to a number of either kind. */
export type Reach = { rates: Rates } | { atMost: number; through: Through }

/**
 * The items of a base; each says whether it is an event or a rejected delivery, and, where its runs find it, the statuses and
 * targets of those that fit.
 */
export function itemsSql(one: Counted, reach: Reach): Prisma.Sql {
  const { conditions, includesRejected } = one
  const branches = [
    ...(conditions.mayBeEvent ? [eventsSql(conditions, reach)] : []),
    ...(includesRejected && conditions.rejected ? [rejectedSql(conditions, conditions.rejected, reach)] : []),
  ]
  return branches.length > 0 ? Prisma.join(branches, ' UNION ALL ') : nothingSql(reach)
}

/**
 * The ids among which all of a base are, where its content or its runs find them: for `found`. Else the planner, who is told to
 * look for no more than so many, would rather look at every event until it has them.
 */
export function foundSql(one: Counted, reach: Reach): Prisma.Sql | null {
  if (isThrough('runs', reach)) return foundRunsSql(one)
  if (!isThrough('content', reach)) return null
  return Prisma.sql`SELECT c.id FROM search_entry c WHERE ${one.conditions.content?.byIndex ?? Prisma.sql`true`}`
}

function eventsSql(conditions: Conditions, reach: Reach): Prisma.Sql {
  const hasRun = isThrough('runs', reach)
  return Prisma.sql`(
    SELECT true AS is_event, t.id, t.source_id, t.type, t.verdict, t.received_at
      ${hasRun ? Prisma.sql`, f.statuses, f.targets` : Prisma.empty}
    FROM ${tableSql('event', reach)}
    WHERE ${'rates' in reach ? inSample(Prisma.sql`t.id`, reach.rates.events) : Prisma.sql`true`}
      AND ${hasRun ? conditions.eventOfRun : conditions.event} AND ${contentSql(conditions, reach)} ${limitSql(reach)})`
}

function rejectedSql(conditions: Conditions, rejected: Prisma.Sql, reach: Reach): Prisma.Sql {
  return Prisma.sql`(
    SELECT false AS is_event, t.id, t.source_id, t.claimed_type AS type, 'rejected' AS verdict, t.received_at
    FROM ${tableSql('delivery', reach)}
    WHERE ${'rates' in reach ? sampledRejected(reach.rates.rejected) : Prisma.sql`true`}
      AND ${rejected} AND ${contentSql(conditions, reach)} ${limitSql(reach)})`
}

function nothingSql(reach: Reach): Prisma.Sql {
  return Prisma.sql`
    SELECT true AS is_event, NULL::uuid AS id, NULL::uuid AS source_id, NULL::text AS type, NULL::text AS verdict,
      NULL::timestamptz AS received_at
      ${isThrough('runs', reach) ? Prisma.sql`, NULL::int AS statuses, NULL::text AS targets` : Prisma.empty}
    WHERE false`
}

function tableSql(table: 'event' | 'delivery', reach: Reach): Prisma.Sql {
  const name = Prisma.raw(table)
  // OFFSET keeps the planner from finding them in another way.
  return isThrough('content', reach) || isThrough('runs', reach)
    ? Prisma.sql`found f CROSS JOIN LATERAL (SELECT * FROM ${name} WHERE id = f.id OFFSET 0) t`
    : Prisma.sql`${name} t`
}

function contentSql({ content }: Conditions, reach: Reach): Prisma.Sql {
  return content && !isThrough('content', reach) ? contentOfItem(content) : Prisma.sql`true`
}

function isThrough(means: Through, reach: Reach): boolean {
  return 'through' in reach && reach.through === means
}

function limitSql(reach: Reach): Prisma.Sql {
  return 'atMost' in reach ? Prisma.sql`LIMIT ${reach.atMost + 1}` : Prisma.empty
}
