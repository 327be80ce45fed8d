import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import type { Pace } from './pace'
import { type Found, itemFits, pageOf, type Sought } from './sought'

/** What was found, and the number up to which everything that was indexed has been looked at. */
export interface FoundSince extends Found {
  seq: string
}

/**
 * A page of what fits and was indexed since `seq`, the newest first: exactly once, for the numbers are given in the order of
 * commits. After a long time away not all of it is looked at: go on from the `seq` of the answer.
 */
export async function findSince(sought: Sought, seq: string, pace: Pace, client: PrismaClient): Promise<FoundSince> {
  const { conditions, limit } = sought
  const where = allOf([
    conditions.content?.condition ?? Prisma.sql`true`,
    ...conditions.bounds(Prisma.sql`c.id`),
    itemFits(sought),
  ])
  for (const size of [pace.slice, Math.ceil(pace.slice / 100)]) {
    const indexed = Prisma.sql`FROM search_entry c WHERE c.seq > ${seq}::bigint ORDER BY c.seq LIMIT ${size}`
    const rows = await withinTime<{ ids: string[]; seq: string | null }>(
      client,
      pace.budgetMs,
      Prisma.sql`
        SELECT ARRAY(SELECT c.id FROM (SELECT c.id, c.text, c.doc ${indexed}) c
          WHERE ${where} ORDER BY c.id DESC LIMIT ${limit + 1}) AS ids,
        (SELECT max(s.seq)::text FROM (SELECT c.seq ${indexed}) s) AS seq`,
    )
    const [found] = rows ?? []
    if (found) return { ...pageOf(found.ids, limit), seq: found.seq ?? seq }
  }
  return { ids: [], nextCursor: null, isCut: true, seq }
}
