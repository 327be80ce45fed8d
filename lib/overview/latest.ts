import { Prisma, type PrismaClient } from '@/lib/db/client'
import { bounded } from './count'
import { newestOfSource } from './newest-of-source'
import type { Count, Rhythm } from './schemas'

const LATEST = 200
const REPEATS = 20
const GAPS_AT_LEAST = 10

/** What the latest deliveries of a source tell. */
export interface Latest {
  lastReceivedAt: string | null
  rhythm: Rhythm | null
  streak: Count
  reason: string | null
  lastRefusedId: string | null
}

/**
 * The rhythm of each source's latest 200 deliveries, and how many of them were refused in a row. They are found through
 * their events and as rejected ones, so a repeat counts only where its event is one of the source's latest 200.
 */
export async function readLatest(sourceIds: readonly string[], client: PrismaClient): Promise<Map<string, Latest>> {
  const rows = await client.$queryRaw<Row[]>(latestSql(sourceIds))
  return new Map(rows.map((row) => [row.source_id, toLatest(row)]))
}

interface Row {
  source_id: string
  last_at: Date
  gaps: number
  median: number | null
  p95: number | null
  longest: number | null
  streak: number
  reason: string | null
  last_refused_id: string | null
}

function latestSql(sourceIds: readonly string[]): Prisma.Sql {
  const source = Prisma.sql`s.id`
  const rejected = newestOfSource(source, { further: Prisma.sql`event_id IS NULL` })
  return Prisma.sql`
    WITH latest AS (
      SELECT s.id AS source_id, d.* FROM unnest(${sourceIds}::uuid[]) AS s(id) CROSS JOIN LATERAL (
        (SELECT id, received_at, status, reason FROM delivery ${rejected} LIMIT ${LATEST + 1})
        UNION ALL
        (SELECT d.* FROM (SELECT id FROM event ${newestOfSource(source)} LIMIT ${LATEST + 1}) AS e
         CROSS JOIN LATERAL (
           SELECT id, received_at, status, reason FROM delivery WHERE event_id = e.id ORDER BY id DESC LIMIT ${REPEATS}) AS d)
        ORDER BY id DESC LIMIT ${LATEST + 1}) AS d
    ), placed AS (
      SELECT *, extract(epoch FROM received_at - lag(received_at) OVER (PARTITION BY source_id ORDER BY id))::float8 AS gap,
        count(*) FILTER (WHERE status BETWEEN 200 AND 299) OVER (PARTITION BY source_id ORDER BY id DESC) AS accepted_since
      FROM latest)
    SELECT source_id, max(received_at) AS last_at, count(gap)::int AS gaps,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(gap, 0)) FILTER (WHERE gap IS NOT NULL) AS median,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY greatest(gap, 0)) FILTER (WHERE gap IS NOT NULL) AS p95,
      max(gap) AS longest, count(*) FILTER (WHERE accepted_since = 0)::int AS streak,
      mode() WITHIN GROUP (ORDER BY reason) FILTER (WHERE accepted_since = 0) AS reason,
      (array_agg(id ORDER BY id DESC) FILTER (WHERE accepted_since = 0))[1] AS last_refused_id
    FROM placed GROUP BY source_id`
}

function toLatest(row: Row): Latest {
  const { gaps, median, p95, longest } = row
  const isMeasured = gaps >= GAPS_AT_LEAST && median !== null && p95 !== null && longest !== null
  return {
    lastReceivedAt: row.last_at.toISOString(),
    rhythm: isMeasured ? { gaps, medianSeconds: median, p95Seconds: p95, longestSeconds: longest } : null,
    streak: bounded(row.streak, LATEST),
    reason: row.reason,
    lastRefusedId: row.last_refused_id,
  }
}
