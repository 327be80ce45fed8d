import { Prisma, type PrismaClient } from '@/lib/db/client'
import { idFloor } from '@/lib/db/id-time'
import { type Beyond, KINDS, type KindName, measureBeyond, reckoned } from './beyond-counted'
import type { Slice } from './schemas'
import { WINDOWS, type WindowName } from './windows'

/** Of one kind, in one slice. */
const COUNTED_AT_MOST = 10_000

/**
 * Deliveries over time by outcome, the oldest slice first; the last one ends at `now`. A slice is counted to its end up to
 * 10,000 of a kind; the rest is reckoned from a sample of its events, and it says so. Only ids are read, in the order of an index.
 */
export async function readSlices(window: WindowName, now: Date, client: PrismaClient): Promise<Slice[]> {
  const { spanMs, sliceMs } = WINDOWS[window]
  const first = Math.floor((now.getTime() - spanMs) / sliceMs) * sliceMs
  const starts: number[] = []
  for (let at = first; at <= now.getTime(); at += sliceMs) starts.push(at)
  const floors = [...starts, (starts.at(-1) ?? first) + sliceMs].map((ms) => idFloor(new Date(ms)))
  const rows = await client.$queryRaw<Row[]>(slicesSql(floors))
  const beyond = rows.flatMap((row, index) =>
    KINDS.flatMap((kind) => {
      const { reached } = row[kind]
      return reached === null ? [] : [{ row, kind, low: floors[index] ?? '', high: floors[index + 1] ?? '', reached }]
    }),
  )
  const measured = await measureBeyond(beyond, client)
  return rows.map((row, index) => {
    const of = (kind: KindName) => measured[beyond.findIndex((one) => one.row === row && one.kind === kind)]
    return toSlice(row, of, starts[index] ?? first)
  })
}

type Row = Record<KindName, Counted>

/** `reached`: the last id that was counted, where there may be more. */
interface Counted {
  count: number
  reached: string | null
}

function slicesSql(floors: readonly string[]): Prisma.Sql {
  const delivered = (condition: Prisma.Sql) =>
    Prisma.sql`SELECT id FROM delivery WHERE ${condition} AND ${within('id')}`
  return Prisma.sql`
    SELECT ${counted(delivered(Prisma.sql`true`))} AS total,
      ${counted(delivered(Prisma.sql`verdict = 'unchecked'`))} AS unchecked,
      ${counted(delivered(Prisma.sql`event_id IS NULL`))} AS rejected,
      ${counted(Prisma.sql`
        SELECT DISTINCT event_id AS id FROM run WHERE status = 'failed' AND copy_id IS NULL AND ${within('event_id')}`)} AS failed
    FROM unnest(${floors.slice(0, -1)}::uuid[], ${floors.slice(1)}::uuid[]) WITH ORDINALITY AS s(low, high, place)
    ORDER BY s.place`
}

function within(column: 'id' | 'event_id'): Prisma.Sql {
  const name = Prisma.raw(column)
  return Prisma.sql`${name} >= s.low AND ${name} < s.high`
}

function counted(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_build_object('count', count(*), 'reached', (array_agg(id))[${COUNTED_AT_MOST}::int])
    FROM (${rows} ORDER BY 1 LIMIT ${COUNTED_AT_MOST}) AS r)`
}

function toSlice(row: Row, of: (kind: KindName) => Beyond | undefined, startMs: number): Slice {
  const [total, unchecked, rejected, failed] = KINDS.map((kind) => {
    const { count } = row[kind]
    const measured = of(kind)
    if (!measured) return count
    // What is rejected is counted to its end, and the rest of a kind reckoned.
    const { counted, all } = measured.rejected ?? { counted: 0, all: 0 }
    return reckoned(count - counted, measured) + all
  })
  return {
    at: new Date(startMs).toISOString(),
    proven: Math.max(0, (total ?? 0) - (unchecked ?? 0) - (rejected ?? 0)),
    unchecked: unchecked ?? 0,
    rejected: rejected ?? 0,
    failed: failed ?? 0,
    isEstimate: KINDS.some((kind) => row[kind].reached !== null),
  }
}
