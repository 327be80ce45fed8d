import type { Pool, PoolClient } from 'pg'
import { logError } from '@/lib/log'
import { inTransaction } from '@/lib/worker/in-transaction'
import { togetherOrAlone } from '@/lib/worker/together-or-alone'
import { joinEvents } from './join-events'
import { lockTimelines } from './lock'

/** So many events at least are joined together, where so many wait. */
const BATCH_EVENTS = 256

/**
 * Joins what waits in pending_join, a batch in each transaction, until nothing waits or the worker stops. An event that
 * cannot be joined is told of and passed over; it stays recorded. Rejects where the database is away: then everything that was
 * not joined waits still.
 */
export async function joinWaiting(pool: Pool, signal: AbortSignal): Promise<void> {
  let isMore = true
  while (isMore && !signal.aborted) isMore = await inTransaction(pool, joinBatch)
}

async function joinBatch(client: PoolClient): Promise<boolean> {
  await lockTimelines(client)
  const eventIds = await take(client)
  if (eventIds.length === 0) return false
  await togetherOrAlone(
    client,
    eventIds,
    (ids) => joinEvents(client, ids),
    (id, cause) => logError('an event on its timeline', new Error(`event ${id}`, { cause })),
  )
  return true
}

/** Takes the oldest rows until there is enough. Nobody else takes any: this one has the lock. */
async function take(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ event_ids: string[] }>({
    name: 'take pending joins',
    text: `DELETE FROM pending_join WHERE id IN (
        SELECT id FROM (
          SELECT id, sum(cardinality(event_ids)) OVER (ORDER BY id) - cardinality(event_ids) AS before
          FROM (SELECT * FROM pending_join ORDER BY id LIMIT $1) oldest) counted
        WHERE before < $1)
      RETURNING event_ids`,
    values: [BATCH_EVENTS],
  })
  return [...new Set(rows.flatMap(({ event_ids }) => event_ids))]
}
