import { Prisma } from '@/lib/db/client'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import { isRunTerm, runFits } from '../sql/run-condition'
import type { Base } from './bases'
import { BUCKET_SECONDS, BUCKETS_AT_MOST, ORIGIN_SECONDS } from './bucket-sizes'
import { type Counted, foundSql, itemsSql, type Reach } from './items-sql'
import type { FacetKey } from './schemas'
import { bitOf } from './status-bits'

/** A number that a statement answers: of a base's events or of its rejected deliveries. */
export interface CountRow {
  base: number
  is_event: boolean
  part: Part | 'total' | 'size'
  /** Of a source its id; of statuses their bits, as a number; of targets their keys, with spaces between; else as it is named. */
  value: string | null
  /** When a bucket begins, or the first of all, in seconds since 1970. */
  at: number | null
  /** How many; of `size` the seconds of a bucket. */
  n: number
}

/** What items are counted by. `statuses` and `targets` are those of the runs that fit, `bucket` has all. */
const PARTS = {
  source: 'source_id::text',
  type: 'type',
  verdict: 'verdict',
  statuses: 'statuses::text',
  targets: 'targets',
  bucket: 'outcome::text',
} as const
export type Part = keyof typeof PARTS

/** The window of the histogram: where `from` is null it begins with the oldest item. */
export interface Window {
  from: Date | null
  to: Date
}

/**
 * Counts the items of some bases in one statement and one pass over them: how many, by each facet that is counted over them, and,
 * of the first base, by what became of them over time. Where there are more than were asked for, only how many.
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
  const asked: Record<Part, boolean> = {
    source: basesWith('provider', 'source').length > 0,
    type: basesWith('type').length > 0,
    verdict: basesWith('verdict').length > 0,
    statuses: basesWith('status').length > 0,
    targets: basesWith('handler').length > 0,
    bucket: hasFirst,
  }
  const parts = (Object.keys(PARTS) as Part[]).filter((part) => asked[part])
  return Prisma.sql`
    WITH ${found ? Prisma.sql`found AS MATERIALIZED (${found}),` : Prisma.empty} items AS MATERIALIZED (${itemsSql(counted, reach)}),
    size AS MATERIALIZED (${sizeSql(window)}),
    facts AS (
      SELECT i.*, own.*, ${bucketSql(Prisma.sql`i.received_at`)} AS at
      FROM items i LEFT JOIN LATERAL (${runsSql(bases, withRuns)}) own ON true
      WHERE ${fewSql(reach)})
    SELECT base, is_event, 'total' AS part, NULL AS value, NULL::float8 AS at, count(*)::float8 AS n FROM items GROUP BY 1, 2
    UNION ALL SELECT base, is_event, ${partSql(parts)}, ${valueSql(parts)}, ${asked.bucket ? Prisma.sql`at` : Prisma.sql`NULL`}, count(*)
    FROM facts GROUP BY GROUPING SETS (${Prisma.join(parts.map(groupingSql))})
    UNION ALL SELECT 0, true, 'size', NULL, first, seconds FROM size`
}

/** Whether no more were found than are counted one by one. */
function fewSql(reach: Reach): Prisma.Sql {
  if (!('atMost' in reach)) return Prisma.sql`true`
  return Prisma.sql`${reach.atMost}::int >= ALL (SELECT count(*) FROM items GROUP BY base, is_event)`
}

/** The runs of an item `i`: the bits of the statuses of all (`outcome`) and of those that fit what its base asks of one run. */
function runsSql(bases: readonly Base[], withRuns: readonly number[]): Prisma.Sql {
  const bits = RUN_STATUSES.map((status) => Prisma.sql`WHEN ${status} THEN ${bitOf(status)}::int`)
  return Prisma.sql`
    SELECT bit_or(r.bit) AS outcome, bit_or(r.bit) FILTER (WHERE r.fits) AS statuses,
      string_agg(r.target, ' ') FILTER (WHERE r.fits) AS targets
    FROM (
      SELECT r.target, CASE r.status ${Prisma.join(bits, ' ')} END AS bit, ${fitsSql(bases, withRuns)} AS fits
      FROM run r WHERE i.is_event AND i.base = ANY(${withRuns}::int[]) AND r.event_id = i.id AND r.copy_id IS NULL OFFSET 0) r`
}

/** Whether a run `r` of an item `i` fits what the base asks of one run. */
function fitsSql(bases: readonly Base[], withRuns: readonly number[]): Prisma.Sql {
  const asked = withRuns.flatMap((base) => {
    const terms = (bases[base]?.terms ?? []).filter((term) => term.kind === 'field').filter(isRunTerm)
    return terms.length > 0 ? [Prisma.sql`WHEN ${base}::int THEN ${runFits(terms)}`] : []
  })
  return asked.length > 0 ? Prisma.sql`CASE i.base ${Prisma.join(asked, ' ')} ELSE true END` : Prisma.sql`true`
}

const columnOf = (part: Part) => Prisma.raw(PARTS[part].replace('::text', ''))

function groupingSql(part: Part): Prisma.Sql {
  const columns = part === 'bucket' ? Prisma.sql`at, outcome` : columnOf(part)
  return Prisma.sql`(base, is_event, ${columns})`
}

function partSql(parts: readonly Part[]): Prisma.Sql {
  const cases = parts.map((part) => Prisma.sql`WHEN GROUPING(${columnOf(part)}) = 0 THEN ${part}::text`)
  return Prisma.sql`CASE ${Prisma.join(cases, ' ')} END`
}

/** What an item is not counted by is null. */
function valueSql(parts: readonly Part[]): Prisma.Sql {
  return Prisma.sql`coalesce(${Prisma.join(parts.map((part) => Prisma.raw(PARTS[part])))})`
}

/** How long the buckets of the histogram are, and where the first begins. */
function sizeSql({ from, to }: Window): Prisma.Sql {
  const end = Prisma.sql`${to.getTime() / 1000}::float8`
  return Prisma.sql`
    SELECT sizes.seconds, floor((w.first - ${ORIGIN_SECONDS}::float8) / sizes.seconds) * sizes.seconds + ${ORIGIN_SECONDS}::float8 AS first
    FROM (
      SELECT least(coalesce(${from && from.getTime() / 1000}::float8, ${secondsSql(Prisma.sql`min(i.received_at)`)}, 'infinity'), ${end} - 1) AS first
      FROM items i WHERE i.base = 0) w,
      unnest(${[...BUCKET_SECONDS]}::float8[]) AS sizes(seconds)
    WHERE sizes.seconds >= (${end} - w.first) / ${BUCKETS_AT_MOST}::float8 ORDER BY sizes.seconds LIMIT 1`
}

function bucketSql(time: Prisma.Sql): Prisma.Sql {
  const seconds = Prisma.sql`(SELECT seconds FROM size)`
  return Prisma.sql`floor((${secondsSql(time)} - ${ORIGIN_SECONDS}::float8) / ${seconds}) * ${seconds} + ${ORIGIN_SECONDS}::float8`
}

function secondsSql(time: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`extract(epoch FROM ${time})::float8`
}
