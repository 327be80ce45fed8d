import type { Actor } from '@/lib/auth/actor'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import type { Handler } from '@/lib/handlers/handler'
import { handlers } from '@/lib/handlers/registry'
import { say } from '@/lib/i18n/say'
import { listTargets } from '@/lib/worker/targets'
import { assertEvent } from './assert-event'
import { getReplay } from './item'
import { LONGEST_ORDER, placeItems } from './order'
import { placeReplay } from './place'
import type { ReplayItem } from './schemas'
import { selectRuns } from './select'

/**
 * Orders one run again, whatever came after its event. Throws `not_found`, and `conflict` while it is at work or ordered
 * already, or where nothing is there any more that would do it.
 */
export async function replayRun(
  runId: string,
  { reason }: { reason?: string | undefined },
  actor: Actor,
  client: PrismaClient = db(),
  all: readonly Handler[] = handlers,
): Promise<ReplayItem> {
  const id = await client.$transaction(async (tx) => {
    const [run] = await tx.$queryRaw<{ target: string; status: string; subject: string | null }[]>`
      SELECT target, status, subject FROM run WHERE id = ${runId}::uuid FOR UPDATE`
    if (!run) throw new JejakError('not_found', say('missing.run', { id: runId }))
    if (run.status === 'running') {
      throw new JejakError('conflict', say('replays.runAtWork'))
    }
    if (!(await listTargets(tx, all)).some(({ key }) => key === run.target)) {
      throw new JejakError('conflict', say('replays.runOfNobody'))
    }
    await assertNotOrdered(tx, [runId])
    return placeReplay(tx, { kind: 'run', actor, reason, includeStale: true }, async (replayId) => {
      const lane = `${run.target}|${run.subject ?? runId}`
      await tx.replayItem.create({ data: { replayId, position: 1, runId, lane } })
      return { runs: 1, excluded: {}, detail: { runId } }
    })
  })
  return getReplay(id, client)
}

/**
 * Orders an event's runs again: those of one handler or destination, or all. Where the event has none, every target that
 * subscribes gets one. Throws `not_found`, `invalid_request` for a handler that there is not, and `conflict` where nothing
 * is left to do.
 */
export async function replayEvent(
  eventId: string,
  { handler, reason }: { handler?: string | undefined; reason?: string | undefined },
  actor: Actor,
  client: PrismaClient = db(),
  now = new Date(),
  all: readonly Handler[] = handlers,
): Promise<ReplayItem> {
  await assertEvent(eventId, client, 'replays.rejectedDelivery')
  const names = handler ? [handler] : await namesForAll(eventId, client, all)
  const selection = await selectRuns({ eventIds: [eventId], handlers: names, includeStale: true }, client, now, all)
  const id = await client.$transaction(async (tx) => {
    // Two clicks at once: the second waits here, and then sees what the first has ordered.
    await tx.$queryRaw`SELECT FROM event WHERE id = ${eventId}::uuid FOR UPDATE`
    const order = {
      kind: 'event',
      actor,
      reason,
      handlers: handler ? [handler] : undefined,
      includeStale: true,
    } as const
    return placeReplay(tx, order, async (replayId) => {
      const counts = await placeItems(tx, replayId, selection, all)
      const items = await tx.replayItem.findMany({ where: { replayId }, select: { runId: true } })
      await assertNotOrdered(
        tx,
        items.map(({ runId }) => runId),
        replayId,
      )
      return { ...counts, detail: { eventId } }
    })
  }, LONGEST_ORDER)
  return getReplay(id, client)
}

/** Undefined where the event has runs: then these are meant, and no further ones are made. */
async function namesForAll(
  eventId: string,
  client: PrismaClient,
  all: readonly Handler[],
): Promise<string[] | undefined> {
  if ((await client.run.count({ where: { eventId, copyId: null } })) > 0) return undefined
  const targets = (await listTargets(client, all)).filter(({ destination }) => destination?.enabled ?? true)
  if (targets.length === 0) {
    throw new JejakError('conflict', say('replays.noTargets'))
  }
  return targets.map(({ key }) => key)
}

/** One click that was made twice is one replay. */
async function assertNotOrdered(
  tx: Prisma.TransactionClient,
  runIds: readonly string[],
  except = NOBODY,
): Promise<void> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM replay_item i JOIN replay p ON p.id = i.replay_id
    WHERE i.run_id = ANY(${runIds}::uuid[]) AND p.id <> ${except}::uuid
      AND (i.state = 'ordered' OR (i.state = 'waiting' AND p.status = 'running' AND p.kind IN ('run', 'event')))
    LIMIT 1`
  const [first] = open
  if (first) {
    throw new JejakError('conflict', say('replays.underWay'), {
      extra: { replayId: first.id },
    })
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
