import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import { newestRows } from './by-rows'
import { itemFits, type Sought } from './sought'

/** What a slice held. */
export interface Slice {
  /** What fits, the newest first; no more than were wanted. */
  ids: string[]
  /** The oldest id that was read, where there is more below it; null at the end, and where enough was found. */
  floor: string | null
}

/** Which slice is read. */
export interface SliceAsked {
  /** Only what is below this id. */
  below: string | undefined
  /** How many items are read at most. */
  size: number
  /** How many that fit are enough. */
  wanted: number
  timeoutMs: number
}

/** Reads the newest `size` items until `wanted` fit. Null where that takes longer than `timeoutMs`. */
export async function readSlice(sought: Sought, asked: SliceAsked, client: PrismaClient): Promise<Slice | null> {
  const statement = sought.conditions.content ? entriesSql(sought, asked) : rowsSql(sought, asked)
  const rows = await withinTime<Slice>(client, asked.timeoutMs, statement)
  return rows?.[0] ?? null
}

/** The LIMIT keeps the planner to the order: by an index on the content it would have to find all that fits first. */
function entriesSql(sought: Sought, { below, size, wanted }: SliceAsked): Prisma.Sql {
  const { conditions } = sought
  const newest = Prisma.sql`
    FROM search_entry c WHERE ${allOf(idsOf(sought, Prisma.sql`c.id`, below))} ORDER BY c.id DESC`
  // Materialised, for else the planner puts the array into both places that it is needed in, and finds it twice.
  return Prisma.sql`
    WITH found AS MATERIALIZED (SELECT ARRAY(
      SELECT c.id FROM (SELECT c.id, c.text, c.doc ${newest} LIMIT ${size}) c
      WHERE ${conditions.content?.condition ?? Prisma.sql`true`} AND ${itemFits(sought)}
      ORDER BY c.id DESC LIMIT ${wanted}) AS ids)
    SELECT found.ids, CASE WHEN cardinality(found.ids) < ${wanted}
      THEN (SELECT c.id ${newest} OFFSET ${size - 1} LIMIT 1) END AS floor
    FROM found`
}

/** So many events, and the rejected deliveries that came between them. */
function rowsSql(sought: Sought, { below, size, wanted }: SliceAsked): Prisma.Sql {
  const id = Prisma.sql`t.id`
  const from = Prisma.sql`t.id >= coalesce((SELECT id FROM floor), ${BELOW_ALL}::uuid)`
  const within = below ? Prisma.sql`${from} AND t.id < ${below}::uuid` : from
  return Prisma.sql`
    WITH floor AS MATERIALIZED (
      SELECT t.id FROM event t WHERE ${allOf(idsOf(sought, id, below))} ORDER BY t.id DESC OFFSET ${size - 1} LIMIT 1)
    SELECT ARRAY(${newestRows(sought, wanted, within)}) AS ids, (SELECT id FROM floor) AS floor`
}

const BELOW_ALL = '00000000-0000-0000-0000-000000000000'

function idsOf({ conditions }: Sought, column: Prisma.Sql, below: string | undefined): Prisma.Sql[] {
  return [...conditions.bounds(column), ...(below ? [Prisma.sql`${column} < ${below}::uuid`] : [])]
}
