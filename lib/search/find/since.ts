import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import type { Pace } from './pace'
import { LEAST_MS, PASS_MS, smallerThan } from './smaller'
import { type Found, itemFits, pageOf, type Sought, withoutContent } from './sought'

/** What was found, and the number up to which everything that was indexed has been looked at. */
export interface FoundSince extends Found {
  seq: string
}

/**
 * A page of what fits and was indexed since `seq`, the newest first: exactly once, for the numbers are given in the order of
 * commits. After a long time away not all of it is looked at: go on from the `seq` of the answer. An item whose content takes too
 * long to look at, even alone, is passed over.
 */
export async function findSince(sought: Sought, seq: string, pace: Pace, client: PrismaClient): Promise<FoundSince> {
  const deadline = performance.now() + pace.budgetMs
  for (let size = pace.slice; size > 1; size = smallerThan(size)) {
    // Half of the time, so that there is some to try again with less.
    const timeoutMs = Math.max((deadline - performance.now()) / 2, LEAST_MS)
    const found = await readSince(sought, { seq, size, timeoutMs }, client)
    if (found) return found
  }
  const found = await readSince(sought, { seq, size: 1, timeoutMs: pace.itemMs }, client)
  if (found) return found
  const passed = await readSince(withoutContent(sought), { seq, size: 1, timeoutMs: PASS_MS }, client)
  return { ids: [], nextCursor: null, isCut: true, seq: passed?.seq ?? seq }
}

/** The next `size` items from `seq` on. Null where that takes longer than `timeoutMs`. */
async function readSince(
  sought: Sought,
  { seq, size, timeoutMs }: { seq: string; size: number; timeoutMs: number },
  client: PrismaClient,
): Promise<FoundSince | null> {
  const { conditions, limit } = sought
  const where = allOf([
    conditions.content?.condition ?? Prisma.sql`true`,
    ...conditions.bounds(Prisma.sql`c.id`),
    itemFits(sought),
  ])
  const indexed = Prisma.sql`FROM search_entry c WHERE c.seq > ${seq}::bigint ORDER BY c.seq LIMIT ${size}`
  const rows = await withinTime<{ ids: string[]; seq: string | null }>(
    client,
    timeoutMs,
    Prisma.sql`
      SELECT ARRAY(SELECT c.id FROM (SELECT c.id, c.text, c.doc ${indexed}) c
        WHERE ${where} ORDER BY c.id DESC LIMIT ${limit + 1}) AS ids,
      (SELECT max(s.seq)::text FROM (SELECT c.seq ${indexed}) s) AS seq`,
  )
  const [found] = rows ?? []
  return found ? { ...pageOf(found.ids, limit), seq: found.seq ?? seq } : null
}
