import { Prisma, type PrismaClient } from '@/lib/db/client'
import { WHOLE_STORY } from '../join/refresh'
import { comparePlaces } from '../mention'
import { anyLimit, MENTION_COLUMNS, type MentionRow, toMention } from './mentions'

/**
 * The latest mentions of these namings, with those before them that say something, as far back as lists look for findings: what
 * is named again and again by the way has not forgotten what was said of it.
 */
export async function withTelling(
  latest: readonly MentionRow[],
  namingIds: readonly string[],
  client: PrismaClient,
): Promise<MentionRow[]> {
  const rows = await client.$queryRaw<(Omit<MentionRow, 'at' | 'receivedAt'> & { at: Date; receivedAt: Date })[]>(
    Prisma.sql`
      SELECT ${MENTION_COLUMNS}, e.delivery_count AS "deliveryCount"
      FROM (
        SELECT m.* FROM unnest(${namingIds}::bigint[]) AS n(id)
        CROSS JOIN LATERAL (
          SELECT * FROM mention WHERE naming_id = n.id AND (set IS NOT NULL OR role = 'subject')
          ORDER BY at DESC, rank DESC, tie DESC, event_id DESC LIMIT ${anyLimit(WHOLE_STORY)}) m
        ORDER BY m.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC LIMIT ${WHOLE_STORY}) m
      CROSS JOIN LATERAL (SELECT delivery_count FROM event WHERE id = m.event_id OFFSET 0) e`,
  )
  const known = new Set(latest.map(keyOf))
  const earlier = rows.map(toMention).filter((mention) => !known.has(keyOf(mention)))
  return [...earlier, ...latest].sort((a, b) => comparePlaces(a, b) || (a.eventId < b.eventId ? -1 : 1))
}

function keyOf({ namingId, eventId }: MentionRow): string {
  return `${namingId} ${eventId}`
}
