import { actorName, recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { LONG_TRANSACTION, releaseTarget } from '@/lib/worker/targets-hold'
import { findTarget } from './targets'

/**
 * Pauses a handler or a destination: attempts under way are finished, what comes up is held. Nothing changes where it is
 * paused already. Throws `not_found`.
 */
export async function pauseTarget(
  key: string,
  actor: Actor,
  now = new Date(),
  client: PrismaClient = db(),
): Promise<void> {
  await client.$transaction(async (tx) => {
    await findTarget(key, tx)
    const changed = await tx.$executeRaw`
      INSERT INTO target AS t (key, paused_at, paused_by) VALUES (${key}, ${now}, ${actorName(actor)})
      ON CONFLICT (key) DO UPDATE SET paused_at = excluded.paused_at, paused_by = excluded.paused_by
      WHERE t.paused_at IS NULL`
    if (changed > 0) await recordAudit(tx, { actor, action: 'target.paused', target: `target:${key}` })
  })
}

/** Lets a paused handler or destination go on, with all that was held. Nothing changes where it is not paused. Throws `not_found`. */
export async function resumeTarget(key: string, actor: Actor, client: PrismaClient = db()): Promise<void> {
  await client.$transaction(async (tx) => {
    await findTarget(key, tx)
    const where = { key, pausedAt: { not: null } }
    const { count } = await tx.target.updateMany({ where, data: { pausedAt: null, pausedBy: null } })
    if (count > 0) await recordAudit(tx, { actor, action: 'target.resumed', target: `target:${key}` })
    await releaseTarget(tx, key, 'paused')
  }, LONG_TRANSACTION)
}
