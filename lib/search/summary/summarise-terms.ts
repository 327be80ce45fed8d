import type { PrismaClient } from '@/lib/db/client'
import { countWaiting } from '../index/count-waiting'
import type { Term } from '../language/term'
import { conditionsOf } from '../sql/conditions'
import { windowOf } from '../sql/id-bounds'
import { basesOf } from './bases'
import { count } from './count'
import { facetsOf } from './facets'
import { histogramOf } from './histogram'
import { ratesOf } from './sample'
import type { EventSummary } from './schemas'
import { totalOf } from './tally'

/** Up to so many items are counted one by one. */
export const EXACT_AT_MOST = 10_000

export interface SummaryOptions {
  /** Rejected deliveries count as well, where the terms do not say so themselves. */
  includesRejected: boolean
  exactAtMost?: number
}

/**
 * What a query comes to, given as its terms: how many, by each facet, and by outcome over time. Exact up to `exactAtMost` items;
 * beyond, and where counting takes too long, reckoned from a sample and marked. Never reads more than a bounded part.
 */
export async function summariseTerms(
  terms: readonly Term[],
  options: SummaryOptions,
  client: PrismaClient,
  now: Date,
): Promise<EventSummary> {
  const { exactAtMost: limit = EXACT_AT_MOST } = options
  const whole = conditionsOf(terms, now)
  const includesRejected = options.includesRejected || whole.asksRejected
  const bases = basesOf(terms)
  const counted = bases.map((base, place) => ({
    base: place,
    terms: base.terms,
    conditions: place === 0 ? whole : conditionsOf(base.terms, now),
    includesRejected,
  }))
  const asked = windowOf(terms, now)
  const window = { from: asked.from, to: asked.to && asked.to < now ? asked.to : now }
  const [rates, waiting] = await Promise.all([
    ratesOf(whole.bounds, limit, client),
    whole.content ? countWaiting(client, now) : 0,
  ])
  const tallies = await count({ bases, counted, rates, window, limit }, client)
  const [first] = tallies
  if (!first) throw new Error('a query has one base at least')
  return {
    total: totalOf(first),
    facets: await facetsOf(bases, tallies, client),
    histogram: histogramOf(first, window),
    coverage: { from: first.isCounted ? null : window.to.toISOString(), waiting },
  }
}
