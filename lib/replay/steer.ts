import { type AuditAction, recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { askToFeed } from './ask-to-feed'
import { getReplay, unknownReplay } from './item'
import type { ReplayItem, ReplayStatus } from './schemas'

/** Starts no further run of a replay; those that were ordered already finish. Throws `not_found` or `conflict`. */
export async function pauseReplay(id: string, actor: Actor, client: PrismaClient = db()): Promise<ReplayItem> {
  return steer(id, { verb: 'paused', from: ['running'], action: 'replay.paused' }, actor, client, (tx) =>
    tx.replay.update({ where: { id }, data: { status: 'paused' } }),
  )
}

/** Lets a paused replay go on where it stopped. Throws `not_found` or `conflict`. */
export async function resumeReplay(id: string, actor: Actor, client: PrismaClient = db()): Promise<ReplayItem> {
  return steer(id, { verb: 'resumed', from: ['paused'], action: 'replay.resumed' }, actor, client, async (tx) => {
    await tx.replay.update({ where: { id }, data: { status: 'running' } })
    await askToFeed(tx, id)
  })
}

/**
 * Gives up the runs of a replay that have not been ordered yet; those that were finish. Runs that were made for it and
 * that nothing else would start are cancelled with it. Throws `not_found` or `conflict`.
 */
export async function cancelReplay(
  id: string,
  actor: Actor,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<ReplayItem> {
  const change = { verb: 'cancelled', from: ['running', 'paused'], action: 'replay.cancelled' } as const
  return steer(id, change, actor, client, async (tx) => {
    await tx.replay.update({ where: { id }, data: { status: 'cancelled', finishedAt: now } })
    await tx.$executeRaw`
      UPDATE run r SET status = 'cancelled', finished_at = ${now} FROM replay_item i
      WHERE i.replay_id = ${id}::uuid AND i.state = 'waiting' AND r.id = i.run_id AND r.status = 'queued'
        AND r.attempt_count = 0 AND r.held IS NULL AND r.replay_id IS NULL
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'run:' || r.id)`
    await tx.replayItem.updateMany({ where: { replayId: id, state: 'waiting' }, data: { state: 'cancelled' } })
  })
}

interface Change {
  verb: 'paused' | 'resumed' | 'cancelled'
  from: readonly ReplayStatus[]
  action: AuditAction
}

async function steer(
  id: string,
  { verb, from, action }: Change,
  actor: Actor,
  client: PrismaClient,
  apply: (tx: Prisma.TransactionClient) => Promise<unknown>,
): Promise<ReplayItem> {
  return client.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ status: ReplayStatus }[]>`
        SELECT status FROM replay WHERE id = ${id}::uuid FOR UPDATE`
      if (!row) throw unknownReplay(id)
      if (!from.includes(row.status)) {
        throw new JejakError('conflict', say('replays.cannot', { done: verb, state: row.status }))
      }
      await apply(tx)
      const item = await getReplay(id, tx)
      const { total, waiting, running, succeeded, failed, cancelled } = item
      const detail = { total, waiting, running, succeeded, failed, cancelled }
      await recordAudit(tx, { actor, action, target: `replay:${id}`, detail })
      return item
    },
    { timeout: 60_000 },
  )
}
