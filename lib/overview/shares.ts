import { Prisma, type PrismaClient } from '@/lib/db/client'
import { idFloor } from '@/lib/db/id-time'
import { bounded, COUNT_AT_MOST } from './count'
import type { Count } from './schemas'

/** New events and rejected deliveries of each source since `from`, as a list of events shows them; each up to 10,000. */
export async function readShares(
  sourceIds: readonly string[],
  from: Date,
  client: PrismaClient,
): Promise<Map<string, { accepted: Count; rejected: Count }>> {
  const floor = idFloor(from)
  const rows = await client.$queryRaw<{ id: string; accepted: number; rejected: number }[]>(Prisma.sql`
    SELECT s.id, (
      SELECT count(*)::int FROM (
        SELECT FROM event WHERE source_id = s.id AND id >= ${floor}::uuid LIMIT ${COUNT_AT_MOST + 1}) AS e) AS accepted, (
      SELECT count(*)::int FROM (
        SELECT FROM delivery WHERE source_id = s.id AND event_id IS NULL AND id >= ${floor}::uuid
        LIMIT ${COUNT_AT_MOST + 1}) AS d) AS rejected
    FROM unnest(${sourceIds}::uuid[]) AS s(id)`)
  return new Map(rows.map((row) => [row.id, { accepted: bounded(row.accepted), rejected: bounded(row.rejected) }]))
}
