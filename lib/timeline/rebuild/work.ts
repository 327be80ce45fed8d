import type { Pool } from 'pg'
import { inTransaction } from '@/lib/worker/in-transaction'
import { REBUILD_JOB_SQL } from '@/lib/worker/queue'
import { type Progress, readChunk } from './read-chunk'

/** So long a job works before it makes room; another one goes on where it ended. */
const WORK_MS = 1_000
/** Whoever waits for an acknowledged event comes first: so long nothing is read again. */
const MAKE_ROOM_MS = 250

/**
 * Goes on with a rebuild for a while, a transaction for each chunk, and orders that it be gone on with. Killed at any moment, it
 * has done what it had noted, and nothing else.
 */
export async function workOnRebuild(pool: Pool, rebuildId: string, signal: AbortSignal): Promise<void> {
  const until = Date.now() + WORK_MS
  let progress: Progress
  do {
    progress = await inTransaction(pool, (client) => readChunk(client, rebuildId))
    if (progress.isFinished) return
  } while (!progress.isAwaited && !signal.aborted && Date.now() < until)
  const delayMs = progress.isAwaited ? MAKE_ROOM_MS : 0
  await pool.query(REBUILD_JOB_SQL, [rebuildId, new Date(Date.now() + delayMs)])
}
