import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { TimelinePlace } from './cursor'
import { anyLimit, MENTION_COLUMNS, type MentionRow, toMention } from './mentions'

/** A line of a timeline: the mention by which an event stands in it. */
export interface LineRow extends MentionRow {
  /** Whether `at` is what the provider told. */
  isTimeKnown: boolean
}

export interface PageQuery {
  order: 'asc' | 'desc'
  after: TimelinePlace | null
  limit: number
}

/** What an event that stands twice among what a naming gives takes away from the page. */
const SPARE = 20

/**
 * The next lines of a timeline, one for each event: by the mention of its subject where that belongs to these namings.
 * Each naming gives the next few of its mentions by their key, so that no timeline costs more because the table grows.
 */
export async function linesOf(
  namingIds: readonly string[],
  { order, after, limit }: PageQuery,
  client: PrismaClient,
): Promise<LineRow[]> {
  if (namingIds.length === 0) return []
  const [sign, direction] = order === 'asc' ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`]
  const sorted = Prisma.sql`m.at ${direction}, m.rank ${direction}, m.tie ${direction}, m.event_id ${direction}`
  const from = after
    ? Prisma.sql`AND (m.at, m.rank, m.tie, m.event_id) ${sign} (
        ${new Date(after.at)}::timestamptz, ${after.rank}::smallint, ${after.tie}::bigint, ${after.eventId}::uuid)`
    : Prisma.empty
  // OFFSET 0: asked of the few events that reach the page, not of all that these namings ever mention.
  const once =
    namingIds.length === 1
      ? Prisma.empty
      : Prisma.sql`
        WHERE NOT EXISTS (
          SELECT FROM mention o WHERE o.event_id = m.event_id AND o.naming_id = ANY(${namingIds}::bigint[])
            AND (o.role = 'subject', o.set IS NOT NULL, -o.naming_id) > (m.role = 'subject', m.set IS NOT NULL, -m.naming_id)
          OFFSET 0)`
  const rows = await client.$queryRaw<
    (Omit<LineRow, 'at' | 'receivedAt'> & { at: Date; receivedAt: Date })[]
  >(Prisma.sql`
    SELECT ${MENTION_COLUMNS}, e.delivery_count AS "deliveryCount", e.occurred_at IS NOT DISTINCT FROM m.at AS "isTimeKnown"
    FROM (
      SELECT m.* FROM (
        SELECT m.* FROM unnest(${namingIds}::bigint[]) AS n(id)
        CROSS JOIN LATERAL (
          SELECT * FROM mention m WHERE m.naming_id = n.id ${from} ORDER BY ${sorted} LIMIT ${anyLimit(limit + SPARE)}) m
        ORDER BY ${sorted}) m
      ${once}
      ORDER BY ${sorted} LIMIT ${limit}) m
    CROSS JOIN LATERAL (SELECT delivery_count, occurred_at FROM event WHERE id = m.event_id OFFSET 0) e
    ORDER BY ${sorted}`)
  return rows.map(toMention)
}
