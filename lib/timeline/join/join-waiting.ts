import type { Pool, PoolClient } from 'pg'
import { logError } from '@/lib/log'
import { inTransaction } from '@/lib/worker/in-transaction'
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
  if (await isJoined(client, eventIds)) return true
  for (const id of eventIds) await isJoined(client, [id])
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

/** Whether the events were joined; false where one of them is at fault, and then nothing of it is kept. */
async function isJoined(client: PoolClient, eventIds: readonly string[]): Promise<boolean> {
  await client.query('SAVEPOINT joining')
  try {
    await joinEvents(client, eventIds)
    await client.query('RELEASE SAVEPOINT joining')
    return true
  } catch (error) {
    if (isOfTheDatabase(error)) throw error
    // Where the connection is lost this throws as well.
    await client.query('ROLLBACK TO SAVEPOINT joining')
    if (eventIds.length === 1) logError('an event on its timeline', new Error(`event ${eventIds[0]}`, { cause: error }))
    return false
  }
}

/**
 * Whether no event can be at fault: SQLSTATE of the connection (08), another transaction (40), resources (53), a lock (55), an
 * operator (57).
 */
export function isOfTheDatabase(error: unknown): boolean {
  return (
    error instanceof Error && 'severity' in error && 'code' in error && /^(08|40|53|55|57)/.test(String(error.code))
  )
}
