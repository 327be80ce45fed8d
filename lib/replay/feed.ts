import type { Prisma, PrismaClient } from '@/lib/db/client'
import { orderAgain } from '@/lib/worker/order-again'
import { askToFeed } from './ask-to-feed'
import { takeSlots } from './take-slots'

/** Runs of one replay that are ordered and not over: enough to keep workers busy, few enough that others get a turn. */
export const IN_FLIGHT = 200
/** Above this many the next end of an attempt is soon enough: not each of them needs to look for one more. */
const ENOUGH_IN_FLIGHT = IN_FLIGHT / 2
const LOOK_AHEAD = 1_000
const SOON_MS = 1_000
/** An end of an attempt that nobody heard of must not stop a replay for good. */
const WATCH_MS = 30_000

/**
 * Orders the next runs of a replay, as many as its rate and IN_FLIGHT allow, or marks it finished. Of one lane a run is
 * ordered only when no earlier one waits or is under way. Does nothing while it is paused. May be called at any time, by
 * several at once, and again after a crash.
 */
export async function feedReplay(replayId: string, client: PrismaClient, now: Date): Promise<void> {
  await client.$transaction((tx) => feed(tx, replayId, now), { timeout: 60_000 })
}

interface ReplayRow {
  status: string
  actor: string
  reason: string | null
  rate: number | null
  nextSlotAt: Date | null
}

async function feed(tx: Prisma.TransactionClient, replayId: string, now: Date): Promise<void> {
  const [replay] = await tx.$queryRaw<ReplayRow[]>`
    SELECT status, actor, reason, rate_per_second AS rate, next_slot_at AS "nextSlotAt"
    FROM replay WHERE id = ${replayId}::uuid FOR UPDATE`
  if (replay?.status !== 'running') return
  const inFlight = await tx.replayItem.count({ where: { replayId, state: 'ordered' } })
  if (inFlight > ENOUGH_IN_FLIGHT) return askToFeed(tx, replayId, after(now, WATCH_MS))
  const next = await nextOfLanes(tx, replayId)
  if (next.length === 0 && inFlight === 0) return finish(tx, replayId, now)
  if (next.some(({ gone }) => gone)) {
    await cancelGone(tx, replayId)
    return askToFeed(tx, replayId)
  }
  const free = next.filter(({ busy }) => !busy).slice(0, IN_FLIGHT - inFlight)
  const slots = takeSlots(replay, free.length, now)
  const ids = free.slice(0, slots.count).map(({ runId }) => runId)
  const ordered = await orderAgain(tx, ids, { replayId, actor: replay.actor, reason: replay.reason })
  await tx.$executeRaw`
    UPDATE replay_item SET state = 'ordered' WHERE replay_id = ${replayId}::uuid AND run_id = ANY(${ordered}::uuid[])`
  if (slots.nextAt) await tx.replay.update({ where: { id: replayId }, data: { nextSlotAt: slots.nextAt } })
  const isRefused = ordered.length < ids.length || next.some(({ busy }) => busy)
  const delays = [WATCH_MS]
  if (isRefused) delays.push(SOON_MS)
  if (slots.nextAt && slots.count < free.length) delays.push(slots.nextAt.getTime() - now.getTime())
  await askToFeed(tx, replayId, after(now, Math.min(...delays)))
}

interface NextRun {
  runId: string
  /** At work just now, or ordered by somebody else: it keeps its place. */
  busy: boolean
  /** Its destination was deleted since. */
  gone: boolean
}

/**
 * The first run that waits in each lane without one under way, by position. It looks at the next thousand only: the first
 * of them is always the first of its lane, so there is progress at a cost that does not grow with the replay.
 */
async function nextOfLanes(tx: Prisma.TransactionClient, replayId: string): Promise<NextRun[]> {
  return tx.$queryRaw<NextRun[]>`
    SELECT f.run_id AS "runId", d.deleted_at IS NOT NULL AS gone,
      (r.status = 'running' OR (r.status = 'queued' AND r.replay_id IS NOT NULL)) AS busy
    FROM (
      SELECT DISTINCT ON (lane) lane, position, run_id
      FROM (
        SELECT lane, position, run_id FROM replay_item
        WHERE replay_id = ${replayId}::uuid AND state = 'waiting' ORDER BY position LIMIT ${LOOK_AHEAD}
      ) ahead ORDER BY lane, position
    ) f
    JOIN run r ON r.id = f.run_id
    LEFT JOIN destination d ON d.id = r.destination_id
    WHERE f.lane NOT IN (SELECT lane FROM replay_item WHERE replay_id = ${replayId}::uuid AND state = 'ordered')
    ORDER BY f.position`
}

async function cancelGone(tx: Prisma.TransactionClient, replayId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE replay_item i SET state = 'cancelled' FROM run r JOIN destination d ON d.id = r.destination_id
    WHERE i.replay_id = ${replayId}::uuid AND i.state = 'waiting' AND r.id = i.run_id AND d.deleted_at IS NOT NULL`
}

async function finish(tx: Prisma.TransactionClient, replayId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE replay SET status = 'finished', finished_at = ${now}, next_slot_at = NULL,
      succeeded = c.succeeded, failed = c.failed, cancelled = c.cancelled
    FROM (
      SELECT count(*) FILTER (WHERE state = 'succeeded') AS succeeded, count(*) FILTER (WHERE state = 'failed') AS failed,
        count(*) FILTER (WHERE state = 'cancelled') AS cancelled
      FROM replay_item WHERE replay_id = ${replayId}::uuid
    ) c
    WHERE id = ${replayId}::uuid`
}

function after(now: Date, delayMs: number): Date {
  return new Date(now.getTime() + delayMs)
}
