import type { Prisma } from '@/lib/db/client'
import { queueRuns } from './queue'

/**
 * Lets the oldest run that waits for an open circuit try its target. Where none waits, the next that comes up will. The
 * decision itself is taken when the attempt begins (`decide.ts`).
 */
export async function probeTarget(tx: Prisma.TransactionClient, key: string): Promise<void> {
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
