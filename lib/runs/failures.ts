import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { shapeOf } from '@/lib/worker/failure-shape'
import type { FailureGroup } from './schemas'
import { runTitle } from './titles'

const AT_MOST = 200

/**
 * What failed, with what failed alike in one group: the 200 groups that were seen last, the latest first. Runs that are
 * being made again have left their group, and those of changed copies are in none.
 */
export async function failureGroups(client: PrismaClient = db()): Promise<FailureGroup[]> {
  const rows = await client.$queryRaw<Row[]>(SQL)
  return rows.map((row) => ({
    id: row.id,
    target: row.target,
    handler: row.handler,
    title: runTitle(row.handler, row.destination_name),
    destinationId: row.destination_id,
    message: shapeOf(row.message),
    example: row.message,
    failed: row.failed,
    retrying: row.retrying,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    lastEventId: row.event_id,
  }))
}

interface Row {
  id: string
  target: string
  handler: string
  destination_id: string | null
  destination_name: string | null
  message: string
  failed: number
  retrying: number
  first_at: Date
  last_at: Date
  event_id: string
}

/** A run was seen failing at its latest attempt that did; attempts that were lost or put back are no failures. */
const SQL = Prisma.sql`
  WITH failing AS MATERIALIZED (
    SELECT r.failure_group, r.status, r.id, a.started_at
    FROM run r CROSS JOIN LATERAL (
      SELECT started_at FROM attempt WHERE run_id = r.id AND outcome IN ('failed', 'timed_out', 'lost')
      ORDER BY number DESC LIMIT 1) a
    WHERE r.status IN ('failed', 'retrying') AND r.failure_group IS NOT NULL AND r.copy_id IS NULL
  ), groups AS (
    SELECT failure_group AS id, count(*) FILTER (WHERE status = 'failed')::int AS failed,
      count(*) FILTER (WHERE status = 'retrying')::int AS retrying,
      min(started_at) AS first_at, max(started_at) AS last_at,
      (array_agg(id ORDER BY started_at DESC, id DESC))[1] AS last_run_id
    FROM failing GROUP BY failure_group ORDER BY max(started_at) DESC LIMIT ${AT_MOST}
  )
  SELECT g.id, g.failed, g.retrying, g.first_at, g.last_at, r.target, r.handler, r.destination_id, r.event_id,
    d.name AS destination_name, coalesce(a.error_message, '') AS message
  FROM groups g JOIN run r ON r.id = g.last_run_id LEFT JOIN destination d ON d.id = r.destination_id
  CROSS JOIN LATERAL (
    SELECT error_message FROM attempt WHERE run_id = r.id AND outcome IN ('failed', 'timed_out', 'lost')
    ORDER BY number DESC LIMIT 1) a
  ORDER BY g.last_at DESC, g.id`
