import type { Prisma } from '@/lib/db/client'
import { queueRuns } from './queue'

export interface AgainOrder {
  replayId: string
  actor: string
  reason: string | null
}

/**
 * Orders one more attempt of each run, at once, in the place of a retry that is pending; answers the ids that were
 * ordered. A run is left alone while it is at work, and while an attempt that somebody ordered before has not begun.
 */
export async function orderAgain(
  tx: Prisma.TransactionClient,
  runIds: readonly string[],
  { replayId, actor, reason }: AgainOrder,
): Promise<string[]> {
  if (runIds.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE run SET status = 'queued', held = NULL, slotted = false, next_attempt_at = NULL, finished_at = NULL,
      superseded_retry_at = CASE WHEN status = 'retrying' THEN next_attempt_at END,
      replay_id = ${replayId}::uuid, replay_actor = ${actor}, replay_reason = ${reason}
    WHERE id IN (SELECT id FROM run WHERE id = ANY(${runIds}::uuid[]) ORDER BY id FOR UPDATE)
      AND status <> 'running' AND NOT (status = 'queued' AND replay_id IS NOT NULL)
    RETURNING id`
  const ids = rows.map(({ id }) => id)
  await queueRuns(tx, ids)
  return ids
}
