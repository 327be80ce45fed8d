import type { PoolClient } from 'pg'
import { logError } from '@/lib/log'
import { INDEX_AGAIN_SQL } from '@/lib/worker/queue'
import { togetherOrAlone } from '@/lib/worker/together-or-alone'
import { lockTimelines } from '../join/lock'
import { joinAgain } from './join-again'

const CHUNK_EVENTS = 200

export interface Progress {
  /** Nothing is left to read, or the rebuild is not there any more. */
  isFinished: boolean
  /** New events wait to be put on their timelines. */
  isAwaited: boolean
}

/**
 * Reads the next events of a rebuild again, in the caller's transaction, orders that they be indexed again, and notes how far it
 * has come. An event that cannot be read again is told of and passed over: what was known of it stays.
 */
export async function readChunk(client: PoolClient, rebuildId: string, chunkEvents = CHUNK_EVENTS): Promise<Progress> {
  await lockTimelines(client)
  const { rows } = await client.query<{ id: string }>(
    `SELECT e.id FROM rebuild r, LATERAL (
      SELECT id FROM event WHERE id > coalesce(r.cursor, '00000000-0000-0000-0000-000000000000') AND id < r.id
      ORDER BY id LIMIT $2) e
    WHERE r.id = $1 AND r.status = 'running'`,
    [rebuildId, chunkEvents],
  )
  const ids = rows.map(({ id }) => id)
  const changes = await togetherOrAlone(
    client,
    ids,
    (some) => joinAgain(client, some),
    (id, cause) => logError('an event read again', new Error(`event ${id}`, { cause })),
  )
  const changed = changes.reduce((sum, count) => sum + count, 0)
  if (ids.length > 0) await client.query(INDEX_AGAIN_SQL, [ids])
  const isFinished = ids.length < chunkEvents
  const { rows: noted } = await client.query<{ isAwaited: boolean }>(
    `UPDATE rebuild SET done = done + $2, total = greatest(total, done + $2), changed = changed + $3, cursor = coalesce($4, cursor),
      updated_at = clock_timestamp(), status = CASE WHEN $5 THEN 'finished' ELSE status END,
      finished_at = CASE WHEN $5 THEN clock_timestamp() END
    WHERE id = $1 AND status = 'running' RETURNING EXISTS (SELECT FROM pending_join) AS "isAwaited"`,
    [rebuildId, ids.length, changed, ids.at(-1) ?? null, isFinished],
  )
  return { isFinished, isAwaited: noted[0]?.isAwaited ?? false }
}
