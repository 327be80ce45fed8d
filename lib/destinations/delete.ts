import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { askToFeed } from '@/lib/replay/ask-to-feed'
import { targetKey } from '@/lib/worker/targets'
import { LONG_TRANSACTION } from '@/lib/worker/targets-hold'
import { lockDestination } from './lock'

/**
 * Deletes a destination: its runs and what it is called stay, its secrets go. Runs that wait are cancelled; one that is
 * running ends as it ends. Throws `not_found`.
 */
export async function deleteDestination(id: string, actor: Actor, client: PrismaClient = db()): Promise<void> {
  await client.$transaction(async (tx) => {
    await lockDestination(tx, id)
    const gone = { deletedAt: new Date(), enabled: false, headers: null, headerNames: [], secret: new Uint8Array() }
    await tx.destination.update({ where: { id }, data: gone })
    const cancelled = await cancelWaiting(tx, targetKey('forward', id))
    const detail = { cancelledRuns: cancelled.runs }
    await recordAudit(tx, { actor, action: 'destination.deleted', target: `destination:${id}`, detail })
    for (const replayId of cancelled.replayIds) await askToFeed(tx, replayId)
  }, LONG_TRANSACTION)
}

/** A replay that ordered one of these runs would wait for it without end, so its item is told as well. */
async function cancelWaiting(
  tx: Prisma.TransactionClient,
  key: string,
): Promise<{ runs: number; replayIds: string[] }> {
  const rows = await tx.$queryRaw<{ runs: number; replayIds: string[] }[]>(Prisma.sql`
    WITH cancelled AS (
      UPDATE run SET status = 'cancelled', held = NULL, slotted = false, next_attempt_at = NULL, failure_group = NULL,
        finished_at = now()
      WHERE target = ${key} AND status IN ('queued', 'retrying')
      RETURNING id, replay_id
    ), told AS (
      UPDATE replay_item item SET state = 'cancelled' FROM cancelled
      WHERE item.run_id = cancelled.id AND item.replay_id = cancelled.replay_id AND item.state = 'ordered'
      RETURNING item.replay_id
    )
    SELECT (SELECT count(*)::int FROM cancelled) AS runs,
      ARRAY(SELECT DISTINCT replay_id::text FROM told) AS "replayIds"`)
  return rows[0] ?? { runs: 0, replayIds: [] }
}
