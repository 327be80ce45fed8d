import { db, type PrismaClient } from '@/lib/db/client'
import { idFloor } from '@/lib/db/id-time'

/**
 * How many events and rejected deliveries are not indexed yet, so that no term on their content finds them: those in
 * pending_index, those that are not even processed, and the rejected deliveries of the last minute without an entry. One
 * that is indexed again counts as well.
 */
export async function countWaiting(client: PrismaClient = db(), now = new Date()): Promise<number> {
  const minuteAgo = idFloor(new Date(now.getTime() - 60_000))
  const [counted] = await client.$queryRaw<{ waiting: number }[]>`
    SELECT (
      (SELECT coalesce(sum(cardinality(ids)), 0) FROM pending_index)
      + (SELECT coalesce(sum(cardinality(event_ids)), 0) FROM pending_batch)
      + (SELECT count(*) FROM delivery d WHERE d.event_id IS NULL AND d.id > ${minuteAgo}::uuid
        AND NOT EXISTS (SELECT FROM search_entry c WHERE c.id = d.id)))::int AS waiting`
  return counted?.waiting ?? 0
}
