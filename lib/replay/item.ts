import { Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type ExcludedCounts, explainExclusions } from './exclusions'
import type { ReplayItem } from './schemas'

/** One replay with its progress. Throws `not_found`. */
export async function getReplay(id: string, client: Prisma.TransactionClient): Promise<ReplayItem> {
  const [item] = await readReplays(Prisma.sql`WHERE p.id = ${id}::uuid`, client)
  if (!item) throw unknownReplay(id)
  return item
}

/** The error for an id that no replay has. */
export function unknownReplay(id: string): JejakError {
  return new JejakError('not_found', say('missing.replay', { id }))
}

/** Replays `p` with their progress; `rest` follows the FROM. What is finished is not counted again. */
export async function readReplays(
  rest: Prisma.Sql,
  client: PrismaClient | Prisma.TransactionClient,
): Promise<ReplayItem[]> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT p.id, p.status, p.kind, p.actor, p.reason, p.filter, p.handlers, p.rate_per_second, p.include_stale, p.excluded,
      p.created_at, p.finished_at, p.total, c.open, w.running,
      CASE p.status WHEN 'finished' THEN p.succeeded ELSE c.succeeded END AS succeeded,
      CASE p.status WHEN 'finished' THEN p.failed ELSE c.failed END AS failed,
      CASE p.status WHEN 'finished' THEN p.cancelled ELSE c.cancelled END AS cancelled
    FROM replay p
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE i.state IN ('waiting', 'ordered'))::int AS open,
        count(*) FILTER (WHERE i.state = 'succeeded')::int AS succeeded,
        count(*) FILTER (WHERE i.state = 'failed')::int AS failed,
        count(*) FILTER (WHERE i.state = 'cancelled')::int AS cancelled
      FROM replay_item i WHERE p.status <> 'finished' AND i.replay_id = p.id
    ) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS running FROM replay_item i JOIN run r ON r.id = i.run_id
      WHERE p.status <> 'finished' AND i.replay_id = p.id AND i.state = 'ordered' AND r.status = 'running'
    ) w
    ${rest}`)
  return rows.map(toItem)
}

interface Row {
  id: string
  status: ReplayItem['status']
  kind: ReplayItem['kind']
  actor: string
  reason: string | null
  filter: Record<string, string> | null
  handlers: string[]
  rate_per_second: number | null
  include_stale: boolean
  excluded: ExcludedCounts
  created_at: Date
  finished_at: Date | null
  total: number
  open: number
  running: number
  succeeded: number
  failed: number
  cancelled: number
}

function toItem(row: Row): ReplayItem {
  const { id, status, kind, actor, reason, filter, handlers, total, open, running, succeeded, failed, cancelled } = row
  return {
    ...{ id, status, kind, actor, reason, filter },
    handlers: handlers.length > 0 ? handlers : null,
    ratePerSecond: row.rate_per_second,
    includeStale: row.include_stale,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    ...{ total, waiting: open - running, running, succeeded, failed, cancelled },
    excluded: explainExclusions(row.excluded),
  }
}
