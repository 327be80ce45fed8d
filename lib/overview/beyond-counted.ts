import { Prisma, type PrismaClient } from '@/lib/db/client'
import { inSample } from '@/lib/search/summary/sample'

/** What slices of time are counted by. */
export const KINDS = ['total', 'unchecked', 'rejected', 'failed'] as const
export type KindName = (typeof KINDS)[number]

/** A slice with more of a kind than was counted, from the id `low` to `high`; what was counted ends with `reached`. */
export interface CutShort {
  kind: KindName
  low: string
  high: string
  reached: string
}

interface Part {
  counted: number
  all: number
}

/** How many there are in a slice, until the last that was counted and in all. */
export interface Beyond {
  /** Events of the kind, of one in `rate` at random; of `rejected` null. */
  events: Part | null
  /** All of them, for a source keeps no more than it is told to; null of kinds that they are not among. */
  rejected: Part | null
  rate: 16 | 256
}

/** Up to so many events of the finer sample are read. */
const SAMPLED_AT_MOST = 100_000
/** Of fewer events it would be chance how often each was delivered. */
const TELLING = 16

/**
 * Measures what was counted against the whole of its slice, by a sample of events: what comes in bursts is nowhere as dense as where it
 * begins. Answers one for each, in their order.
 */
export async function measureBeyond(
  cut: readonly CutShort[],
  client: PrismaClient,
  sampledAtMost = SAMPLED_AT_MOST,
): Promise<Beyond[]> {
  if (cut.length === 0) return []
  const slices = Prisma.sql`
    unnest(${cut.map(({ kind }) => kind)}::text[], ${cut.map(({ low }) => low)}::uuid[], ${cut.map(({ high }) => high)}::uuid[],
      ${cut.map(({ reached }) => reached)}::uuid[]) WITH ORDINALITY AS s(kind, low, high, reached, place)`
  const [size] = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${slices} JOIN event t ON ${sampled('id', 256)}`
  const rate = (size?.count ?? 0) * 16 > sampledAtMost ? 256 : 16
  const rows = await client.$queryRaw<Omit<Beyond, 'rate'>[]>`
    SELECT CASE s.kind
        WHEN 'failed' THEN (SELECT ${sizes('event_id')} FROM (
          SELECT DISTINCT t.event_id FROM run t WHERE ${sampled('event_id', rate)} AND t.copy_id IS NULL AND t.status = 'failed') t)
        WHEN 'unchecked' THEN (SELECT ${sizes('id')} FROM event t WHERE ${sampled('id', rate)} AND t.verdict = 'unchecked')
        WHEN 'total' THEN (SELECT ${sizes('id')} FROM event t WHERE ${sampled('id', rate)}) END AS events,
      CASE WHEN s.kind IN ('total', 'rejected') THEN (
        SELECT ${sizes('id')} FROM delivery t WHERE t.event_id IS NULL AND t.id >= s.low AND t.id < s.high) END AS rejected
    FROM ${slices} ORDER BY s.place`
  return rows.map((row) => ({ ...row, rate }))
}

type IdColumn = 'id' | 'event_id'

function sampled(column: IdColumn, rate: Beyond['rate']): Prisma.Sql {
  const id = Prisma.raw(`t.${column}`)
  return Prisma.sql`${inSample(id, rate)} AND ${id} >= s.low AND ${id} < s.high`
}

function sizes(column: IdColumn): Prisma.Sql {
  const id = Prisma.raw(`t.${column}`)
  return Prisma.sql`json_build_object('counted', count(*) FILTER (WHERE ${id} <= s.reached), 'all', count(*))`
}

/** How many there are of a kind that comes with events, where `count` of it were counted: as many come with each of the others. */
export function reckoned(count: number, { events, rate }: Beyond): number {
  const { counted, all } = events ?? { counted: 0, all: 0 }
  return Math.round(count + (all - counted) * (counted < TELLING ? rate : count / counted))
}
