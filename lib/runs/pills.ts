import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Held, RunPill, RunStatus } from './schemas'
import { byHandler, runTitle } from './titles'

/** The runs of many events with one question, by event id. Runs of changed copies are left out. */
export async function pillsOf(eventIds: readonly string[], client: PrismaClient): Promise<Map<string, RunPill[]>> {
  const pills = new Map<string, RunPill[]>()
  if (eventIds.length === 0) return pills
  const rows = await client.$queryRaw<(PillRow & { event_id: string })[]>(Prisma.sql`
    SELECT ${PILL_COLUMNS}, r.event_id FROM ${PILL_TABLES}
    WHERE r.event_id = ANY(${eventIds}::uuid[]) AND r.copy_id IS NULL`)
  for (const row of rows) {
    const known = pills.get(row.event_id)
    if (known) known.push(toPill(row))
    else pills.set(row.event_id, [toPill(row)])
  }
  for (const list of pills.values()) list.sort(byHandler)
  return pills
}

/** The columns of a pill, of a run `r` and its destination `d`. */
export const PILL_COLUMNS = Prisma.sql`
  r.id, r.handler, r.destination_id, r.status, r.held, r.next_attempt_at, d.name AS destination_name`

export const PILL_TABLES = Prisma.sql`run r LEFT JOIN destination d ON d.id = r.destination_id`

export interface PillRow {
  id: string
  handler: string
  destination_id: string | null
  destination_name: string | null
  status: RunStatus
  held: Held | null
  next_attempt_at: Date | null
}

/** A run as a list shows it. */
export function toPill(row: PillRow): RunPill {
  return {
    id: row.id,
    handler: row.handler,
    title: runTitle(row.handler, row.destination_name),
    destinationId: row.destination_id,
    status: row.status,
    held: row.held,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
  }
}
