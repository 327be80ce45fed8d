import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { idFloor } from '@/lib/db/id-time'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { listTargets, type Target } from '@/lib/worker/targets'
import type { TargetItem } from './schemas'

const DAY_MS = 24 * 60 * 60 * 1000
const RECENT_ATTEMPTS = 1000

/** Every handler, and every destination of those that run for each, with how it is doing. */
export async function targetItems(now = new Date(), client: PrismaClient = db()): Promise<TargetItem[]> {
  return withState(await listTargets(client), now, client)
}

/** One of them. Throws `not_found`. */
export async function targetItem(key: string, now = new Date(), client: PrismaClient = db()): Promise<TargetItem> {
  const [item] = await withState([await findTarget(key, client)], now, client)
  if (!item) throw noSuchTarget(key)
  return item
}

/** The handler or destination with this key. Throws `not_found`. */
export async function findTarget(key: string, client: Prisma.TransactionClient): Promise<Target> {
  const target = (await listTargets(client)).find((candidate) => candidate.key === key)
  if (!target) throw noSuchTarget(key)
  return target
}

function noSuchTarget(key: string): JejakError {
  return new JejakError('not_found', say('missing.target', { key }))
}

async function withState(targets: readonly Target[], now: Date, client: PrismaClient): Promise<TargetItem[]> {
  const keys = targets.map(({ key }) => key)
  const [states, waiting, recent] = await Promise.all([
    client.target.findMany({ where: { key: { in: keys } } }),
    client.$queryRaw<Waiting[]>(waitingSql(keys, now)),
    client.$queryRaw<Recent[]>(recentSql(keys, now)),
  ])
  const stateOf = new Map(states.map((state) => [state.key, state]))
  const waitingOf = new Map(waiting.map((row) => [row.key, row]))
  const recentOf = new Map(recent.map((row) => [row.key, row]))
  return targets.map((target) => ({
    ...identity(target),
    ...condition(stateOf.get(target.key), now),
    recent: share(recentOf.get(target.key)),
    ...depth(waitingOf.get(target.key)),
  }))
}

function identity({ key, handler, title, destination }: Target) {
  return {
    ...{ key, title, handler: handler.name, description: handler.description },
    destinationId: destination?.id ?? null,
    on: [...(destination?.eventTypes.length ? destination.eventTypes : handler.on)],
    timeoutMs: destination?.timeoutMs ?? handler.timeoutMs,
    attempts: handler.retry.attempts,
  }
}

type State = Awaited<ReturnType<PrismaClient['target']['findMany']>>[number]

function condition(state: State | undefined, now: Date): Pick<TargetItem, 'paused' | 'circuit' | 'waitsUntil'> {
  const { pausedAt, pausedBy, openedAt, probeAt, failures, waitUntil } = state ?? {}
  return {
    paused: pausedAt ? { at: pausedAt.toISOString(), actor: pausedBy ?? '' } : null,
    circuit: openedAt
      ? { openedAt: openedAt.toISOString(), probeAt: probeAt?.toISOString() ?? null, failures: failures ?? 0 }
      : null,
    waitsUntil: waitUntil && waitUntil > now ? waitUntil.toISOString() : null,
  }
}

interface Waiting {
  key: string
  waiting: number
  running: number
  retrying: number
  failed: number
  oldest: Date | null
}

/** What waits, waits in the queue, edited copies too; what failed is counted as lists of events show it, without them. */
function waitingSql(keys: readonly string[], now: Date): Prisma.Sql {
  const isDue = Prisma.sql`(r.status = 'queued' OR r.held IS NOT NULL OR r.next_attempt_at <= ${now})`
  return Prisma.sql`
    SELECT r.target AS key,
      count(*) FILTER (WHERE r.status IN ('queued', 'retrying') AND ${isDue})::int AS waiting,
      count(*) FILTER (WHERE r.status = 'running')::int AS running,
      count(*) FILTER (WHERE r.status = 'retrying' AND NOT ${isDue})::int AS retrying,
      count(*) FILTER (WHERE r.status = 'failed' AND r.copy_id IS NULL)::int AS failed,
      min(CASE r.status WHEN 'queued' THEN coalesce(p.created_at, r.created_at)
        WHEN 'retrying' THEN least(r.next_attempt_at, ${now}::timestamptz) END)
        FILTER (WHERE r.status IN ('queued', 'retrying') AND ${isDue}) AS oldest
    FROM run r LEFT JOIN replay p ON p.id = r.replay_id AND r.status = 'queued'
    WHERE r.target = ANY(${keys}) AND r.status IN ('queued', 'running', 'retrying', 'failed')
    GROUP BY r.target`
}

function depth(row: Waiting | undefined): Omit<Waiting, 'key' | 'oldest'> & { oldestWaitingAt: string | null } {
  const { waiting = 0, running = 0, retrying = 0, failed = 0 } = row ?? {}
  return { waiting, running, retrying, failed, oldestWaitingAt: row?.oldest?.toISOString() ?? null }
}

interface Recent {
  key: string
  attempts: number
  succeeded: number
  p50: number
  p95: number
}

/** Attempts that a worker lost or put back say nothing about the handler. */
function recentSql(keys: readonly string[], now: Date): Prisma.Sql {
  const dayStart = idFloor(new Date(now.getTime() - DAY_MS))
  return Prisma.sql`
    SELECT k.key, count(*)::int AS attempts, count(*) FILTER (WHERE a.outcome = 'succeeded')::int AS succeeded,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY a.duration_ms) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY a.duration_ms) AS p95
    FROM unnest(${keys}::text[]) AS k(key) CROSS JOIN LATERAL (
      SELECT outcome, duration_ms FROM attempt
      WHERE target = k.key AND id >= ${dayStart}::uuid AND outcome IN ('succeeded', 'failed', 'timed_out')
      ORDER BY id DESC LIMIT ${RECENT_ATTEMPTS}) a
    GROUP BY k.key`
}

function share(row: Recent | undefined): TargetItem['recent'] {
  if (!row) return null
  const { attempts, succeeded, p50, p95 } = row
  return { attempts, successShare: succeeded / attempts, p50Ms: Math.round(p50), p95Ms: Math.round(p95) }
}
