import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { PlacedMention } from '../mention'

/** A mention with the naming that it hangs on and how often its event was received. */
export interface MentionRow extends PlacedMention {
  namingId: string
  deliveryCount: number
}

type Row = Omit<MentionRow, 'at' | 'receivedAt'> & { at: Date; receivedAt: Date }

/** The latest `limit` mentions of these namings together, in the order in which they occurred. */
export async function latestMentions(
  namingIds: readonly string[],
  limit: number,
  client: PrismaClient,
): Promise<MentionRow[]> {
  if (namingIds.length === 0) return []
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${MENTION_COLUMNS}, e.delivery_count AS "deliveryCount"
    FROM (
      SELECT m.* FROM unnest(${namingIds}::bigint[]) AS n(id)
      CROSS JOIN LATERAL (
        SELECT * FROM mention WHERE naming_id = n.id
        ORDER BY at DESC, rank DESC, tie DESC, event_id DESC LIMIT ${anyLimit(limit)}) m
      ORDER BY m.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC LIMIT ${limit}) m
    CROSS JOIN LATERAL (SELECT delivery_count FROM event WHERE id = m.event_id OFFSET 0) e
    ORDER BY m.at, m.rank, m.tie, m.event_id`)
  return rows.map(toMention)
}

/** The earliest mention of each of these namings. */
export async function firstMentions(namingIds: readonly string[], client: PrismaClient): Promise<MentionRow[]> {
  if (namingIds.length === 0) return []
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${MENTION_COLUMNS}, 1 AS "deliveryCount"
    FROM unnest(${namingIds}::bigint[]) AS n(id)
    CROSS JOIN LATERAL (
      SELECT * FROM mention WHERE naming_id = n.id ORDER BY at, rank, tie, event_id LIMIT 1) m
    ORDER BY m.at, m.rank, m.tie, m.event_id`)
  return rows.map(toMention)
}

/**
 * A limit that the planner does not see. Else it takes any naming for one of a few mentions, all of which it may as well
 * read and sort; of a busy one that is a million.
 */
export function anyLimit(limit: number): Prisma.Sql {
  return Prisma.sql`(SELECT ${limit}::int)`
}

/** The columns of a mention `m`, as `toMention` takes them. */
export const MENTION_COLUMNS = Prisma.sql`
  m.naming_id::text AS "namingId", m.event_id AS "eventId", m.provider, m.type, m.role, m.at, m.rank, m.tie::text,
  m.received_at AS "receivedAt", m.set`

/** A row of `MENTION_COLUMNS` with its times as timelines have them. */
export function toMention<T extends { at: Date; receivedAt: Date }>(row: T) {
  return { ...row, at: row.at.getTime(), receivedAt: row.receivedAt.getTime() }
}
