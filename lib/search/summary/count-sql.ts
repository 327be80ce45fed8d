import { Prisma } from '@/lib/db/client'
import type { Base } from './bases'
import { BUCKET_SECONDS, BUCKETS_AT_MOST, ORIGIN_SECONDS } from './bucket-sizes'
import { type Counted, foundSql, itemsSql, type Reach } from './items-sql'
import { runsSql } from './runs-sql'
import type { FacetKey } from './schemas'

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

const PART_OF: Record<FacetKey, Part> = {
  provider: 'source',
  source: 'source',
  type: 'type',
  verdict: 'verdict',
  status: 'statuses',
  handler: 'targets',
}

/** The part that the values of a facet are counted as: of the provider each of its sources. */
export function partOf(facet: FacetKey): Part {
  return PART_OF[facet]
}

/** The window of the histogram: where `from` is null it begins with the oldest item. */
export interface Window {
  from: Date | null
  to: Date
}

/**
 * Counts the items of some bases in one statement: how many, by each facet that is counted over them, and, of the first base, by
 * what became of them over time. Where there are more than were asked for, only how many.
 */
export function countSql(
  bases: readonly Base[],
  counted: readonly Counted[],
  reach: Reach,
  window: Window,
): Prisma.Sql {
  const each = counted.map((one) => {
    const base = bases[one.base]
    if (!base) throw new Error('what is counted is one of the bases')
    const parts = new Set(base.facets.map(partOf))
    if (one.base === 0) parts.add('bucket')
    return { ...one, parts: [...parts] }
  })
  const [first] = each
  const found = first ? foundSql(first, reach) : null
  const tables = each.flatMap((one) => [
    Prisma.sql`${nameOf('items', one)} AS MATERIALIZED (${itemsSql(one, reach)})`,
    Prisma.sql`${nameOf('totals', one)} AS MATERIALIZED (
      SELECT is_event, count(*)::float8 AS n, min(received_at) AS first FROM ${nameOf('items', one)} GROUP BY 1)`,
  ])
  if (found) tables.unshift(Prisma.sql`found AS MATERIALIZED (${found})`)
  if (first?.base === 0) tables.push(Prisma.sql`size AS MATERIALIZED (${sizeSql(window)})`)
  const rows = each.flatMap((one) => [totalSql(one), partsSql(one, reach)])
  if (first?.base === 0) rows.push(Prisma.sql`SELECT 0, true, 'size', NULL, first, seconds FROM size`)
  return Prisma.sql`WITH ${Prisma.join(tables)} ${Prisma.join(rows, ' UNION ALL ')}`
}

interface CountedBy extends Counted {
  parts: readonly Part[]
}

function nameOf(table: 'items' | 'totals', { base }: Counted): Prisma.Sql {
  return Prisma.raw(`${table}_${base}`)
}

function totalSql(one: Counted): Prisma.Sql {
  return Prisma.sql`
    SELECT ${one.base}::int AS base, is_event, 'total' AS part, NULL::text AS value, NULL::float8 AS at, n FROM ${nameOf('totals', one)}`
}

/** How many there are of each value of each part, if no more were found than are counted one by one. */
function partsSql(one: CountedBy, reach: Reach): Prisma.Sql {
  const { base, parts } = one
  const hasBucket = parts.includes('bucket')
  const hasRuns = hasBucket || parts.includes('statuses') || parts.includes('targets')
  const runs = hasRuns ? runsSql(one, reach) : Prisma.empty
  const at = hasBucket ? Prisma.sql`, ${bucketSql(Prisma.sql`i.received_at`)} AS at` : Prisma.empty
  const isFew =
    'atMost' in reach
      ? Prisma.sql`${reach.atMost}::int >= ALL (SELECT n FROM ${nameOf('totals', one)})`
      : Prisma.sql`true`
  return Prisma.sql`
    SELECT ${base}::int, is_event, ${partSql(parts)}, ${valueSql(parts)}, ${hasBucket ? Prisma.sql`at` : Prisma.sql`NULL`}, count(*)
    FROM (SELECT * ${at} FROM ${nameOf('items', one)} i ${runs} WHERE ${isFew} AND ${IS_ITEM}) facts
    GROUP BY GROUPING SETS (${Prisma.join(parts.map(groupingSql))})`
}

/** Not written as IS NOT NULL, from which the planner would see that it may do without the rows that have no item. */
const IS_ITEM = Prisma.sql`CASE WHEN i.id IS NULL THEN false ELSE true END`

const columnOf = (part: Part) => Prisma.raw(PARTS[part].replace('::text', ''))

function groupingSql(part: Part): Prisma.Sql {
  const columns = part === 'bucket' ? Prisma.sql`at, outcome` : columnOf(part)
  return Prisma.sql`(is_event, ${columns})`
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
  const first = from
    ? Prisma.sql`${from.getTime() / 1000}::float8`
    : Prisma.sql`coalesce((SELECT min(${secondsSql(Prisma.sql`first`)}) FROM totals_0), 'infinity')`
  return Prisma.sql`
    SELECT sizes.seconds, floor((w.first - ${ORIGIN_SECONDS}::float8) / sizes.seconds) * sizes.seconds + ${ORIGIN_SECONDS}::float8 AS first
    FROM (SELECT least(${first}, ${end} - 1) AS first) w, unnest(${[...BUCKET_SECONDS]}::float8[]) AS sizes(seconds)
    WHERE sizes.seconds >= (${end} - w.first) / ${BUCKETS_AT_MOST}::float8 ORDER BY sizes.seconds LIMIT 1`
}

function bucketSql(time: Prisma.Sql): Prisma.Sql {
  const seconds = Prisma.sql`(SELECT seconds FROM size)`
  return Prisma.sql`floor((${secondsSql(time)} - ${ORIGIN_SECONDS}::float8) / ${seconds}) * ${seconds} + ${ORIGIN_SECONDS}::float8`
}

/** Unlike `extract`, which answers a number of any precision, this is quick. */
function secondsSql(time: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`date_part('epoch', ${time})`
}
