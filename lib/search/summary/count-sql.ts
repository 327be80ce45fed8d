import { Prisma } from '@/lib/db/client'
import { isRunTerm, runFits } from '../sql/run-condition'
import type { Base } from './bases'
import { BUCKET_SECONDS, BUCKETS_AT_MOST, ORIGIN_SECONDS } from './bucket-sizes'
import { type Counted, foundSql, itemsSql, type Reach } from './items-sql'
import type { FacetKey } from './schemas'

/** A number that a statement answers: of a base's events or of its rejected deliveries. */
export interface CountRow {
  base: number
  is_event: boolean
  part: 'total' | 'source' | 'type' | 'verdict' | 'status' | 'handler' | 'bucket' | 'size'
  /** A source's id, a type, a verdict, a status, the key of a target, an outcome. */
  value: string | null
  /** When a bucket begins, or the first of all, in seconds since 1970. */
  at: number | null
  /** How many; of `size` the seconds of a bucket. */
  n: number
}

/** The window of the histogram: where `from` is null it begins with the oldest item. */
export interface Window {
  from: Date | null
  to: Date
}

/**
 * Counts the items of some bases in one statement: how many, by each facet that is counted over them, and, of the first base,
 * by outcome over time.
 */
export function countSql(
  bases: readonly Base[],
  counted: readonly Counted[],
  reach: Reach,
  window: Window,
): Prisma.Sql {
  const basesWith = (...facets: FacetKey[]) =>
    counted.map(({ base }) => base).filter((base) => bases[base]?.facets.some((facet) => facets.includes(facet)))
  const hasFirst = counted.some(({ base }) => base === 0)
  const [first] = counted
  const found = first ? foundSql(first, reach) : null
  const withRuns = [...new Set([...(hasFirst ? [0] : []), ...basesWith('status', 'handler')])]
  return Prisma.sql`
    WITH ${found ? Prisma.sql`found AS MATERIALIZED (${found}),` : Prisma.empty} items AS MATERIALIZED (${itemsSql(counted, reach)}),
    runs AS MATERIALIZED (
      SELECT i.base, i.id, i.is_event, i.received_at, own.* FROM items i LEFT JOIN LATERAL (
        SELECT r.status, r.target, ${fitsSql(bases, withRuns)} AS fits FROM run r
        WHERE r.event_id = i.id AND r.copy_id IS NULL OFFSET 0) own ON i.is_event
      WHERE i.base = ANY(${withRuns}::int[]))
    SELECT base, is_event, 'total' AS part, NULL AS value, NULL::float8 AS at, count(*)::float8 AS n FROM items GROUP BY 1, 2
    ${groupSql('source', Prisma.sql`source_id`, basesWith('provider', 'source'))}
    ${groupSql('type', Prisma.sql`type`, basesWith('type'))}
    ${groupSql('verdict', Prisma.sql`verdict`, basesWith('verdict'))}
    UNION ALL SELECT base, true, 'status', status, NULL, count(DISTINCT id) FROM runs
      WHERE fits AND base = ANY(${basesWith('status')}::int[]) GROUP BY base, status
    UNION ALL SELECT base, true, 'handler', target, NULL, count(*) FROM runs
      WHERE fits AND base = ANY(${basesWith('handler')}::int[]) GROUP BY base, target
    ${hasFirst ? histogramSql(window) : Prisma.empty}`
}

/** Whether a run `r` of an item `i` fits what the base asks of one run. */
function fitsSql(bases: readonly Base[], withRuns: readonly number[]): Prisma.Sql {
  const cases = withRuns.map((base) => {
    const terms = (bases[base]?.terms ?? []).filter((term) => term.kind === 'field').filter(isRunTerm)
    return Prisma.sql`WHEN ${base}::int THEN ${runFits(terms)}`
  })
  return cases.length > 0 ? Prisma.sql`CASE i.base ${Prisma.join(cases, ' ')} END` : Prisma.sql`true`
}

function groupSql(part: CountRow['part'], value: Prisma.Sql, bases: readonly number[]): Prisma.Sql {
  if (bases.length === 0) return Prisma.empty
  return Prisma.sql`UNION ALL SELECT base, is_event, ${part}::text, ${value}::text, NULL, count(*) FROM items
    WHERE base = ANY(${[...bases]}::int[]) GROUP BY base, is_event, ${value}`
}

function histogramSql({ from, to }: Window): Prisma.Sql {
  const received = Prisma.sql`extract(epoch FROM i.received_at)::float8`
  const bucket = (time: Prisma.Sql) =>
    Prisma.sql`floor((${time} - ${ORIGIN_SECONDS}::float8) / s.size) * s.size + ${ORIGIN_SECONDS}::float8`
  const size = Prisma.sql`(
    SELECT sizes.size, w.first FROM (
      SELECT least(coalesce(${from && from.getTime() / 1000}::float8, min(${received}), 'infinity'), ${to.getTime() / 1000}::float8 - 1) AS first
      FROM items i WHERE i.base = 0) w,
      unnest(${[...BUCKET_SECONDS]}::float8[]) AS sizes(size)
    WHERE sizes.size >= (${to.getTime() / 1000}::float8 - w.first) / ${BUCKETS_AT_MOST}::float8 ORDER BY sizes.size LIMIT 1)`
  return Prisma.sql`
    UNION ALL SELECT 0, true, 'size', NULL, ${bucket(Prisma.sql`s.first`)}, s.size FROM ${size} s
    UNION ALL SELECT 0, i.is_event, 'bucket', i.outcome, ${bucket(received)}, count(*)
    FROM (
      SELECT id, is_event, received_at, CASE WHEN NOT is_event THEN 'rejected' WHEN bool_or(status = 'failed') THEN 'failed'
        WHEN bool_or(status IN ('queued', 'running', 'retrying')) THEN 'waiting'
        WHEN bool_or(status IS NOT NULL) THEN 'succeeded' ELSE 'none' END AS outcome
      FROM runs WHERE base = 0 GROUP BY id, is_event, received_at) i CROSS JOIN ${size} s
    GROUP BY 2, 4, 5`
}
