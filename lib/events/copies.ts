import type { PrismaClient } from '@/lib/db/client'
import type { RunItem } from '@/lib/runs/schemas'
import type { EventCopyItem } from './schemas'

/** The changed copies of an event, the newest first, each with those of `runs` that are its own. */
export async function copiesOf(
  eventId: string,
  runs: readonly RunItem[],
  client: PrismaClient,
): Promise<EventCopyItem[]> {
  const rows = await client.eventCopy.findMany({ where: { eventId }, orderBy: { id: 'desc' } })
  return rows.map(({ id, actor, reason, createdAt, body }) => ({
    ...{ id, actor, reason },
    createdAt: createdAt.toISOString(),
    body: new TextDecoder().decode(body),
    runs: runs.filter(({ edited }) => edited?.id === id),
  }))
}
