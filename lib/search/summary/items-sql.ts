import { allOf } from '@/lib/db/all-of'
import { Prisma } from '@/lib/db/client'
import type { Term } from '../language/term'
import type { Conditions } from '../sql/conditions'
import { contentOfItem } from '../sql/content-condition'
import { isRunTerm, runFits } from '../sql/run-condition'
import { type Rates, sampledEvent, sampledRejected } from './sample'

/** The items of a base that a statement counts. */
export interface Counted {
  /** Its place among the bases. */
  base: number
  terms: readonly Term[]
  conditions: Conditions
  includesRejected: boolean
}

/** How the items are found: those of a sample, or all of them up to a number of either kind. */
export type Reach = { rates: Rates } | { atMost: number; through: 'conditions' | 'content' | 'runs' }

/** The items of some bases, as `items`; each says its base, and whether it is an event or a rejected delivery. */
export function itemsSql(counted: readonly Counted[], reach: Reach): Prisma.Sql {
  const branches = counted.flatMap((one) => [
    ...(one.conditions.mayBeEvent ? [eventsSql(one, reach)] : []),
    ...(one.includesRejected && one.conditions.rejected ? [rejectedSql(one, one.conditions.rejected, reach)] : []),
  ])
  return Prisma.join(branches.length > 0 ? branches : [NOTHING], ' UNION ALL ')
}

/**
 * The ids among which all of a base are, where its content or its runs find them: for `found`. Else the planner, who is told to
 * look for no more than so many, would rather look at every event until it has them.
 */
export function foundSql({ terms, conditions: { content, bounds } }: Counted, reach: Reach): Prisma.Sql | null {
  if (isThrough('content', reach)) {
    return Prisma.sql`SELECT c.id FROM search_entry c WHERE ${content?.condition ?? Prisma.sql`true`}`
  }
  if (!isThrough('runs', reach)) return null
  const fits = allOf([runFits(terms.filter(isRunTerm)), ...bounds(Prisma.sql`r.event_id`)])
  return Prisma.sql`SELECT DISTINCT r.event_id AS id FROM run r WHERE ${fits}`
}

function eventsSql({ base, conditions }: Counted, reach: Reach): Prisma.Sql {
  return Prisma.sql`(
    SELECT ${base}::int AS base, true AS is_event, t.id, t.source_id, t.type, t.verdict, t.received_at
    FROM ${tableSql('event', reach)}
    WHERE ${'rates' in reach ? sampledEvent(reach.rates.events) : Prisma.sql`true`}
      AND ${conditions.event} AND ${contentSql(conditions, reach)} ${limitSql(reach)})`
}

function rejectedSql({ base, conditions }: Counted, rejected: Prisma.Sql, reach: Reach): Prisma.Sql {
  return Prisma.sql`(
    SELECT ${base}::int AS base, false AS is_event, t.id, t.source_id, t.claimed_type AS type, 'rejected' AS verdict, t.received_at
    FROM ${tableSql('delivery', reach)}
    WHERE ${'rates' in reach ? sampledRejected(reach.rates.rejected) : Prisma.sql`true`}
      AND ${rejected} AND ${contentSql(conditions, reach)} ${limitSql(reach)})`
}

const NOTHING = Prisma.sql`
  SELECT 0 AS base, true AS is_event, NULL::uuid AS id, NULL::uuid AS source_id, NULL::text AS type, NULL::text AS verdict,
    NULL::timestamptz AS received_at WHERE false`

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

function isThrough(means: 'content' | 'runs', reach: Reach): boolean {
  return 'through' in reach && reach.through === means
}

function limitSql(reach: Reach): Prisma.Sql {
  return 'atMost' in reach ? Prisma.sql`LIMIT ${reach.atMost + 1}` : Prisma.empty
}
