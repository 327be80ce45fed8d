import type { Prisma } from '@/lib/db/client'
import { queueRuns } from './queue'
import { releaseTarget } from './targets-hold'

/**
 * Lets the oldest run that waits for an open circuit try its target. Where none waits, the next that comes up will. The
 * decision itself is taken when the attempt begins (`decide.ts`).
 */
export async function probeTarget(tx: Prisma.TransactionClient, key: string): Promise<void> {
  const [target] = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT opened_at IS NOT NULL AS open FROM target WHERE key = ${key} FOR UPDATE`
  if (!target?.open) return releaseTarget(tx, key, 'circuit')
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE run SET held = NULL, next_attempt_at = NULL, slotted = false WHERE id = (
      SELECT id FROM run WHERE target = ${key} AND status IN ('queued', 'retrying') AND held = 'circuit'
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`
  await queueRuns(
    tx,
    rows.map(({ id }) => id),
  )
}
