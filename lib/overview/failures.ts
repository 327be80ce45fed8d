import { Prisma, type PrismaClient } from '@/lib/db/client'
import { runTitle } from '@/lib/runs/titles'
import { shapeOf } from '@/lib/worker/failure-shape'
import { bounded } from './count'
import { runsOfStatus } from './runs-of-status'
import type { FailureSummary, Overview } from './schemas'

/** Of each status, those of the newest events. */
const RUNS_AT_MOST = 2_000
const GROUPS = 5

/**
 * What has failed at present: how many runs, and the five largest groups of failures alike. Looks at the 2,000 failed runs
 * and the 2,000 retrying ones whose events are newest. Runs of changed copies are left out, as in lists.
 */
export async function readFailures(client: PrismaClient): Promise<Overview['failures']> {
  const rows = await client.$queryRaw<(Totals & (Group | { id: null }))[]>(SQL)
  return {
    failed: bounded(rows[0]?.failed_runs ?? 0, RUNS_AT_MOST),
    retrying: bounded(rows[0]?.retrying_runs ?? 0, RUNS_AT_MOST),
    groups: rows.flatMap((row) => (row.id === null ? [] : [toSummary(row)])),
  }
}

interface Totals {
  failed_runs: number
  retrying_runs: number
}

interface Group {
  id: string
  failed: number
  retrying: number
  handler: string
  destination_id: string | null
  destination_name: string | null
  message: string
}

/** Runs of changed copies are few: they are taken out afterwards. */
function newest(status: 'failed' | 'retrying'): Prisma.Sql {
  return Prisma.sql`(
    SELECT id, event_id, status, failure_group, copy_id ${runsOfStatus(status, 'newest')} LIMIT ${RUNS_AT_MOST + 1})`
}

const SQL = Prisma.sql`
  WITH newest AS MATERIALIZED (
    SELECT * FROM (${newest('failed')} UNION ALL ${newest('retrying')}) AS r WHERE copy_id IS NULL
  ), totals AS (
    SELECT count(*) FILTER (WHERE status = 'failed')::int AS failed_runs,
      count(*) FILTER (WHERE status = 'retrying')::int AS retrying_runs FROM newest
  ), groups AS (
    SELECT failure_group AS id, count(*) AS runs, count(*) FILTER (WHERE status = 'failed')::int AS failed,
      count(*) FILTER (WHERE status = 'retrying')::int AS retrying, (array_agg(id ORDER BY event_id DESC))[1] AS last_run_id
    FROM newest WHERE failure_group IS NOT NULL
    GROUP BY failure_group ORDER BY runs DESC, failure_group LIMIT ${GROUPS})
  SELECT t.*, g.id, g.failed, g.retrying, r.handler, r.destination_id, d.name AS destination_name,
    coalesce(a.error_message, '') AS message
  FROM totals t LEFT JOIN groups g ON true LEFT JOIN run r ON r.id = g.last_run_id
  LEFT JOIN destination d ON d.id = r.destination_id
  LEFT JOIN LATERAL (
    SELECT error_message FROM attempt WHERE run_id = r.id AND outcome IN ('failed', 'timed_out', 'lost')
    ORDER BY number DESC LIMIT 1) a ON true
  ORDER BY g.runs DESC, g.id`

function toSummary(row: Group): FailureSummary {
  return {
    id: row.id,
    title: runTitle(row.handler, row.destination_name),
    handler: row.handler,
    destinationId: row.destination_id,
    message: shapeOf(row.message),
    failed: row.failed,
    retrying: row.retrying,
  }
}
