import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import type { Term } from '../language/term'
import { contentOfItem } from '../sql/content-condition'
import { isRunTerm, statusesOf } from '../sql/run-condition'
import type { Base } from './bases'
import { type CountRow, countSql, type Window } from './count-sql'
import { type Counted, foundSql, type Reach } from './items-sql'
import { coarser, type Rate, type Rates, sampledEvent } from './sample'
import { type Tally, tallyOf } from './tally'

/** What a statement may take, in milliseconds. */
const SAMPLE_MS = 1_000
/** After this no other base is counted one by one. */
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
  if (await seemsRare(counting, client)) {
    const exact = await countEach(counting, client)
    if (exact) return exact
  }
  const sql = countSql(bases, counted, { rates }, window)
  const rows = await withinTime<CountRow>(client, SAMPLE_MS, sql)
  const deadline = performance.now() + EXACT_MS
  const tallies: Tally[] = []
  // One after the other: a summary is not to take the connections that others wait for.
  for (const one of counted) {
    const tally = tallyOf(one, rows, rates)
    const isWorthIt = mayBeFew(tally, limit) && performance.now() < deadline
    tallies.push((isWorthIt ? await countAll(counting, one, client) : null) ?? tally)
  }
  return tallies
}

/** Whether content that an index knows is in none of a few hundred events: then all of it is sooner counted than a sample is looked through. */
async function seemsRare({ counted, rates }: Counting, client: PrismaClient): Promise<boolean> {
  const content = counted[0]?.conditions.content
  if (!content?.byIndex || rates.events === 1) return false
  const some = Prisma.sql`SELECT * FROM event t WHERE ${sampledEvent(coarser(rates.events))}`
  const sql = Prisma.sql`SELECT NOT EXISTS (SELECT FROM (${some}) t WHERE ${contentOfItem(content)}) AS is_rare`
  const rows = await withinTime<{ is_rare: boolean }>(client, WIDE_MS, sql)
  return rows?.[0]?.is_rare ?? false
}

/** The exact numbers of each base; null where one has none. */
async function countEach(counting: Counting, client: PrismaClient): Promise<Tally[] | null> {
  const tallies: Tally[] = []
  for (const one of counting.counted) {
    const tally = await countAll(counting, one, client)
    if (!tally) return null
    tallies.push(tally)
  }
  return tallies
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
  if (await haveTooManyRuns(one, limit, client)) return null
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

/** Whether runs alone, which are quickly counted, tell that a base has more than `limit` events. */
async function haveTooManyRuns(one: Counted, limit: number, client: PrismaClient): Promise<boolean> {
  const isOfRuns = one.terms.every((term) => !term.not && (isRunTerm(term) || isReceived(term)))
  if (!isOfRuns || !findsRuns(one)) return false
  const found = foundSql(one, { atMost: limit, through: 'runs' })
  const sql = Prisma.sql`SELECT count(*)::int AS count FROM (${found} LIMIT ${limit + 1}) found`
  const rows = await withinTime<{ count: number }>(client, NARROW_MS, sql)
  return (rows?.[0]?.count ?? 0) > limit
}

interface Way {
  through: 'conditions' | 'content' | 'runs'
  timeoutMs: number
}

/** How all of a base may be found, the likeliest to be quick first. */
function waysOf(one: Counted): Way[] {
  const { content, isNarrow } = one.conditions
  const byItself: Way = { through: findsRuns(one) ? 'runs' : 'conditions', timeoutMs: isNarrow ? NARROW_MS : WIDE_MS }
  if (!content?.byIndex) return [byItself]
  const byContent: Way = { through: 'content', timeoutMs: CONTENT_MS }
  return isNarrow ? [byItself, byContent] : [byContent]
}

function isReceived(term: Term): boolean {
  return term.kind === 'field' && term.key === 'received'
}

/** What did not succeed is little, and an index knows it. */
function findsRuns({ terms }: Counted): boolean {
  const statuses = statusesOf(terms.filter(isRunTerm).filter(({ not }) => !not))
  return statuses !== null && !statuses.includes('succeeded')
}
