import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Kind } from '@/lib/timeline/kinds'

/** The thing that each of these events is about, by event id: none of those that are not on their timelines yet. */
export async function subjectEntities(
  eventIds: readonly string[],
  client: PrismaClient,
): Promise<Map<string, { kind: Kind; id: string }>> {
  if (eventIds.length === 0) return new Map()
  const rows = await client.$queryRaw<{ eventId: string; kind: Kind; id: string }[]>(Prisma.sql`
    SELECT m.event_id AS "eventId", n.kind, n.entity_id AS id
    FROM unnest(${eventIds}::uuid[]) AS e(id)
    CROSS JOIN LATERAL (
      SELECT event_id, naming_id FROM mention WHERE event_id = e.id AND role = 'subject' LIMIT 1) m
    CROSS JOIN LATERAL (SELECT kind, entity_id FROM naming WHERE id = m.naming_id OFFSET 0) n`)
  return new Map(rows.map(({ eventId, kind, id }) => [eventId, { kind, id }]))
}
