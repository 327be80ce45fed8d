import type { Prisma } from '@/lib/db/client'
import type { Held } from '@/lib/runs/schemas'
import { runJobSpec } from './queue'

/** Of a transaction that releases or cancels whatever waits for a target: there may be hundreds of thousands. */
export const LONG_TRANSACTION = { timeout: 600_000 }

/** `$1`: the target. `$2`: for which reason they are held; null for any. */
export const RELEASE_SQL = `
  WITH released AS (
    UPDATE run SET held = NULL, next_attempt_at = CASE WHEN slotted THEN NULL ELSE next_attempt_at END, slotted = false
    WHERE target = $1 AND status IN ('queued', 'retrying') AND held IS NOT NULL AND held = coalesce($2::text, held)
    RETURNING id, target, next_attempt_at
  )
  SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(SELECT ${runJobSpec('id', 'target', 'next_attempt_at')} FROM released ORDER BY id))`

/**
 * Puts back into the queue whatever is held for a target: for `only` one reason, or for any. Those whose retry is still
 * to come keep their time.
 */
export async function releaseTarget(tx: Prisma.TransactionClient, key: string, only?: Held): Promise<void> {
  await tx.$executeRawUnsafe(RELEASE_SQL, key, only ?? null)
}
