import { Prisma, type PrismaClient } from '@/lib/db/client'
import { idTime } from '@/lib/db/id-time'
import { listTargets } from '@/lib/worker/targets'
import { bounded, COUNT_AT_MOST } from './count'
import { runsOfStatus } from './runs-of-status'
import type { Queue, StoppedTarget } from './schemas'

/** What waits to be worked on and since when, who works, and what is stopped. Each counted up to 10,000. */
export async function readQueue(now: Date, client: PrismaClient): Promise<Queue> {
  const [[depth], [before], stopped] = await Promise.all([
    client.$queryRaw<Depth[]>(depthSql(now)),
    client.$queryRaw<Before[]>(BEFORE_SQL),
    readStopped(client),
  ])
  return {
    waiting: bounded(depth?.waiting ?? 0),
    held: bounded(depth?.held ?? 0),
    running: depth?.running ?? 0,
    oldestWaitingAt: depth?.oldest?.toISOString() ?? null,
    oldestEventId: depth?.oldest_event_id ?? null,
    unprocessed: bounded(before?.events ?? 0),
    oldestUnprocessedAt: before?.first ? idTime(before.first).toISOString() : null,
    workerAliveAt: before?.beat_at?.toISOString() ?? null,
    stopped,
  }
}

interface Depth {
  waiting: number
  held: number
  running: number
  oldest: Date | null
  oldest_event_id: string | null
}

/** A run that was ordered again waits since the order, not since it was made. */
function depthSql(now: Date): Prisma.Sql {
  const of = (status: 'queued' | 'running' | 'retrying') => Prisma.sql`
    SELECT event_id, held, replay_id, created_at, next_attempt_at ${runsOfStatus(status, 'oldest')} LIMIT ${COUNT_AT_MOST + 1}`
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE held IS NULL)::int AS waiting, count(*) FILTER (WHERE held IS NOT NULL)::int AS held,
      (SELECT count(*)::int FROM (${of('running')}) AS r) AS running, min(since) FILTER (WHERE held IS NULL) AS oldest,
      (array_agg(event_id ORDER BY since) FILTER (WHERE held IS NULL))[1] AS oldest_event_id
    FROM (
      SELECT r.event_id, r.held, coalesce(p.created_at, r.created_at) AS since
      FROM (${of('queued')}) AS r LEFT JOIN replay p ON p.id = r.replay_id
      UNION ALL
      SELECT event_id, held, next_attempt_at FROM (${of('retrying')}) AS r
      WHERE held IS NOT NULL OR next_attempt_at <= ${now}) AS due`
}

interface Before {
  events: number
  first: string | null
  beat_at: Date | null
}

const BEFORE_SQL = Prisma.sql`
  SELECT (SELECT event_ids[1] FROM pending_batch ORDER BY id LIMIT 1) AS first,
    (SELECT max(beat_at) FROM worker) AS beat_at,
    (SELECT coalesce(sum(cardinality(event_ids)), 0)::int
     FROM (SELECT event_ids FROM pending_batch ORDER BY id LIMIT ${COUNT_AT_MOST + 1}) AS b) AS events`

/** What a person switched off is no concern; what switched itself off is. */
async function readStopped(client: PrismaClient): Promise<StoppedTarget[]> {
  const [rows, gone] = await Promise.all([
    client.target.findMany({ where: { OR: [{ pausedAt: { not: null } }, { openedAt: { not: null } }] } }),
    client.destination.findMany({
      where: { enabled: false, disabledReason: 'gone', deletedAt: null },
      select: { id: true },
    }),
  ])
  if (rows.length + gone.length === 0) return []
  const stateOf = new Map(rows.map((row) => [row.key, row]))
  const goneIds = new Set(gone.map(({ id }) => id))
  return (await listTargets(client)).flatMap(({ key, title, destination }) => {
    const state = stateOf.get(key)
    const isGone = destination !== null && goneIds.has(destination.id)
    if (!state && !isGone) return []
    return {
      ...{ key, title, destinationId: destination?.id ?? null, isGone },
      pausedAt: state?.pausedAt?.toISOString() ?? null,
      openedAt: state?.openedAt?.toISOString() ?? null,
    }
  })
}
