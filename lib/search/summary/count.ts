import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import { contentOfItem } from '../sql/content-condition'
import type { Base } from './bases'
import { type CountRow, countSql, type Window } from './count-sql'
import { type Counted, foundSql, type Reach, type Through } from './items-sql'
import { findsRuns, isOfRuns, isOfTypes } from './runs-sql'
import { coarser, inSample, type Rate, type Rates } from './sample'
import { type Tally, tallyOf } from './tally'

/** What a statement may take, in milliseconds. */
const SAMPLE_MS = 1_000
/** After this no other base is counted one by one, before the sample and again after it. */
const EXACT_MS = 1_000
const NARROW_MS = 400
const WIDE_MS = 200
const CONTENT_MS = 400

export interface Counting {
  bases: readonly Base[]
  counted: readonly Counted[]
  rates: Rates
  window: Window
  /** Up to so many are counted one by one. */
  limit: number
}

/**
 * Counts the items of each base: exactly up to the limit where that is done in time, else in the sample, whose numbers are then
 * to be multiplied. Answers a tally for each base, in their order.
 */
export async function count(counting: Counting, client: PrismaClient): Promise<Tally[]> {
  const { bases, counted, rates, window, limit } = counting
  const exact = await countEarly(counting, performance.now() + EXACT_MS, client)
  const rest = counted.filter((one) => !exact.get(one))
  const sampled =
    rest.length > 0 ? await withinTime<CountRow>(client, SAMPLE_MS, countSql(bases, rest, { rates }, window)) : []
  const deadline = performance.now() + EXACT_MS
  const tallies: Tally[] = []
  // One after the other: a summary is not to take the connections that others wait for.
  for (const one of counted) {
    const tally = exact.get(one) ?? tallyOf(one, sampled, rates)
    const isWorthIt = !exact.has(one) && mayBeFew(tally, limit) && performance.now() < deadline
    tallies.push((isWorthIt ? await countAll(counting, one, client) : null) ?? tally)
  }
  return tallies
}

/** The exact numbers of what is few before a sample is drawn; null for what is known to be too much, or was not counted in time. */
async function countEarly(
  counting: Counting,
  deadline: number,
  client: PrismaClient,
): Promise<Map<Counted, Tally | null>> {
  const { counted, rates, limit } = counting
  const exact = new Map<Counted, Tally | null>()
  if (rates.events === 1) return exact
  const isRare = await seemsRare(counting, client)
  for (const one of counted) {
    if (performance.now() > deadline) break
    const runs = isOfRuns(one) ? await countRuns(one, limit, client) : null
    if (runs !== null && runs > limit) exact.set(one, null)
    else if (isRare || runs !== null) exact.set(one, await countAll(counting, one, client))
    if (isRare && !exact.get(one)) break
  }
  return exact
}

/** Whether content that an index knows is in none of a few hundred events: then all of it is sooner counted than a sample is looked through. */
async function seemsRare({ counted, rates }: Counting, client: PrismaClient): Promise<boolean> {
  const content = counted[0]?.conditions.content
  if (!content?.byIndex || rates.events === 1) return false
  const some = Prisma.sql`SELECT * FROM event t WHERE ${inSample(Prisma.sql`t.id`, coarser(rates.events))}`
  const sql = Prisma.sql`SELECT NOT EXISTS (SELECT FROM (${some}) t WHERE ${contentOfItem(content)}) AS is_rare`
  const rows = await withinTime<{ is_rare: boolean }>(client, WIDE_MS, sql)
  return rows?.[0]?.is_rare ?? false
}

/** Whether a base may have no more than `limit` of either kind, while it was only looked at in a sample. */
function mayBeFew({ rates, has, hits }: Tally, limit: number): boolean {
  const isSampled = (has.events && rates.events > 1) || (has.rejected && rates.rejected > 1)
  const isFew = (found: number, rate: Rate) => {
    const expected = limit / rate
    // Two standard deviations of a sample that holds as many as the limit would leave in it.
    return rate === 1 || found <= expected + 2 * Math.sqrt(expected)
  }
  return isSampled && isFew(hits.events, rates.events) && isFew(hits.rejected, rates.rejected)
}

/** The exact numbers of a base; null where there are more than the limit, or it takes too long. */
async function countAll(counting: Counting, one: Counted, client: PrismaClient): Promise<Tally | null> {
  const { bases, window, limit } = counting
  for (const { through, timeoutMs } of waysOf(one)) {
    const reach: Reach = { atMost: limit, through }
    const settings: Record<string, string> = through === 'content' ? { enable_seqscan: 'off' } : {}
    const rows = await withinTime<CountRow>(client, timeoutMs, countSql(bases, [one], reach, window), settings)
    if (!rows) continue
    const tally = tallyOf(one, rows, { events: 1, rejected: 1 })
    return tally.hits.events > limit || tally.hits.rejected > limit ? null : tally
  }
  return null
}

/** Of how many events a base has runs, which are quickly counted: `limit` and one where there are more. Null where it took too long. */
async function countRuns(one: Counted, limit: number, client: PrismaClient): Promise<number | null> {
  const found = foundSql(one, { atMost: limit, through: 'runs' })
  const sql = Prisma.sql`SELECT count(*)::int AS count FROM (${found} LIMIT ${limit + 1}) found`
  const rows = await withinTime<{ count: number }>(client, NARROW_MS, sql)
  return rows?.[0]?.count ?? null
}

interface Way {
  through: Through
  timeoutMs: number
}

/** How all of a base may be found, the likeliest to be quick first. */
function waysOf(one: Counted): Way[] {
  const { content, isNarrow } = one.conditions
  const through = findsRuns(one) ? 'runs' : isOfTypes(one) ? 'types' : 'conditions'
  const byItself: Way = { through, timeoutMs: isNarrow ? NARROW_MS : WIDE_MS }
  if (!content?.byIndex) return [byItself]
  const byContent: Way = { through: 'content', timeoutMs: CONTENT_MS }
  return isNarrow ? [byItself, byContent] : [byContent]
}
