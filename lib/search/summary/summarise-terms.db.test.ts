import fc from 'fast-check'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IngestBench, startIngest } from '@/lib/ingest/testing'
import { indexWaiting } from '../index/index-waiting'
import { parseQuery } from '../language/parse'
import type { FieldTerm, Term } from '../language/term'
import { conditionsOf } from '../sql/conditions'
import { fits, type ScanItem } from '../testing/plain-scan'
import { type EstimatedCount, type EventSummary, FACETS, type FacetKey, OUTCOMES, type Outcome } from './schemas'
import { summariseTerms } from './summarise-terms'
import { fillItems } from './testing'

/** Each counts everything some forty times over in TypeScript. */
const TEST_MS = 60_000
const NOW = new Date('2026-06-15T10:20:30Z')
/** So few that a sample is taken of most queries. */
const FEW = 40
let bench: IngestBench
let items: ScanItem[]
beforeAll(async () => {
  bench = await startIngest()
  items = await fillItems(bench.prisma, { events: 300, rejected: 50 }, NOW)
  const pool = new Pool({ connectionString: bench.databaseUrl, max: 1 })
  await indexWaiting(pool, new AbortController().signal)
  await pool.end()
})
afterAll(() => bench.close())

function termsOf(q: string): Term[] {
  const { terms, faults } = parseQuery(q)
  expect(faults).toEqual([])
  return terms.map(({ term }) => term)
}

function summarise(q: string, options: { includesRejected?: boolean; exactAtMost?: number } = {}) {
  return summariseTerms(termsOf(q), { includesRejected: true, ...options }, bench.prisma, NOW)
}

const isSampled = ({ id }: ScanItem) => (Number.parseInt(id.slice(-2), 16) & 15) === 0

/** What a count may be: exact, or sixteen times what is in the sample, of events alone or of rejected deliveries too. */
function isCountOf({ count, isEstimate }: EstimatedCount, found: readonly ScanItem[]): boolean {
  if (!isEstimate) return count === found.length
  const [events, rejected] = [
    found.filter(({ kind }) => kind === 'event'),
    found.filter(({ kind }) => kind !== 'event'),
  ]
  const [some, few] = [events.filter(isSampled).length * 16, rejected.filter(isSampled).length * 16]
  return count === some + few || count === some + rejected.length || count === events.length + few
}

function valuesIn(item: ScanItem, key: FacetKey): string[] {
  const own = item.runs.filter(({ copy }) => !copy)
  if (key === 'status') return own.map(({ status }) => status)
  if (key === 'handler') return own.map(({ target }) => target)
  if (key === 'source') return [sourceValue(item)]
  return [item[key] ?? '']
}

function sourceValue({ sourceSlug, sourceId }: ScanItem): string {
  const sources = new Set(items.filter((item) => item.sourceSlug === sourceSlug).map((item) => item.sourceId))
  return sources.size > 1 ? sourceId : sourceSlug
}

function check(summary: EventSummary, terms: readonly Term[], includesRejected: boolean): void {
  const { asksRejected } = conditionsOf(terms, NOW)
  const scope = items.filter(({ kind }) => kind === 'event' || includesRejected || asksRejected)
  const found = scope.filter((item) => fits(item, terms, NOW))
  expect(isCountOf(summary.total, found), `total ${JSON.stringify(summary.total)} of ${found.length}`).toBe(true)
  for (const { key, values, isEstimate } of summary.facets) {
    const rest = terms.filter((term) => term.kind !== 'field' || term.key !== key || term.not)
    const counts = new Map(values.map((value) => [value.value, value]))
    // A handler with all of its destinations is told where it is chosen.
    const chosenAndTold = terms
      .flatMap((term) => (term.kind === 'field' && term.key === key && !term.not ? term.values : []))
      .filter((value) => counts.has(value))
    const known = new Set([...scope.flatMap((item) => valuesIn(item, key)), ...chosenAndTold])
    for (const value of known) {
      const chosen: FieldTerm = { kind: 'field', not: false, key, op: 'is', values: [value] }
      const expected = scope.filter((item) => fits(item, [...rest, chosen], NOW))
      const told = counts.get(value)
      const words = `${key}:${value} ${JSON.stringify(told)} of ${expected.length}`
      if (told) expect(isCountOf(told, expected), words).toBe(true)
      else if (!isEstimate) expect(expected, words).toEqual([])
      counts.delete(value)
    }
    expect([...counts.keys()]).toEqual([])
    expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a, b) => b - a))
  }
  checkHistogram(summary, found)
}

function checkHistogram({ histogram, total }: EventSummary, found: readonly ScanItem[]): void {
  const { buckets, bucketSeconds, isEstimate } = histogram
  expect(isEstimate).toBe(total.isEstimate)
  expect(buckets.length).toBeLessThanOrEqual(74)
  const sum = buckets.flatMap(({ counts }) => Object.values(counts)).reduce((all, count) => all + count, 0)
  expect(sum).toBe(total.count)
  for (const [place, { from, counts }] of buckets.entries()) {
    const start = Date.parse(from)
    const end = start + bucketSeconds * 1000
    expect(start).toBe(Date.parse(buckets[0]?.from ?? '') + place * bucketSeconds * 1000)
    const within = found.filter(({ receivedAt }) => receivedAt.getTime() >= start && receivedAt.getTime() < end)
    for (const outcome of OUTCOMES) {
      const told = { count: counts[outcome], isEstimate }
      const expected = within.filter((item) => outcomeOf(item) === outcome)
      expect(isCountOf(told, expected), `${from} ${outcome} ${told.count} of ${expected.length}`).toBe(true)
    }
  }
}

function outcomeOf({ kind, runs }: ScanItem): Outcome {
  if (kind === 'rejected') return 'rejected'
  const statuses = runs.filter(({ copy }) => !copy).map(({ status }) => status)
  if (statuses.length === 0) return 'none'
  if (statuses.includes('failed')) return 'failed'
  return statuses.some((status) => ['queued', 'running', 'retrying'].includes(status)) ? 'waiting' : 'succeeded'
}

const PARTS = [
  ...['type:order.*', 'type:order.created,awb.generated', 'type:item.rare', '-type:order.shipped'],
  ...['verdict:verified', 'verdict:unchecked,authenticated', 'verdict:rejected', '-verdict:rejected'],
  ...['status:failed', 'status:queued,running', '-status:failed', 'handler:forward', 'handler:contract-check'],
  ...[
    'failure:g1',
    '-failure:g2',
    'source:default',
    'order:1003',
    'repeats:>1',
    'reason:missing_key',
    'reason:no_secret',
  ],
  ...['received:>2026-06-01', 'received:<2026-06-05', 'received:2026-06-03', 'received:>2d', 'occurred:>20d'],
  ...['siti', '"halo"', '-jakarta', 'data.courier:jne', 'data.total:>250', '-data.courier:SICEPAT', 'data.nothing:*'],
]

const queries = fc.tuple(fc.subarray(PARTS, { maxLength: 4 }), fc.boolean())

describe('a summary', () => {
  it(
    'counts what a plain scan finds, where all of it is counted',
    async () => {
      await fc.assert(
        fc.asyncProperty(queries, async ([parts, includesRejected]) => {
          const q = parts.join(' ')
          const summary = await summarise(q, { includesRejected })
          check(summary, termsOf(q), includesRejected)
          expect(JSON.stringify(summary)).not.toContain('"isEstimate":true')
        }),
        { numRuns: 50 },
      )
    },
    TEST_MS,
  )

  it(
    'counts what is few, and reckons the rest from a sample and says so',
    async () => {
      let [estimates, exact] = [0, 0]
      await fc.assert(
        fc.asyncProperty(queries, async ([parts, includesRejected]) => {
          const q = parts.join(' ')
          const summary = await summarise(q, { includesRejected, exactAtMost: FEW })
          check(summary, termsOf(q), includesRejected)
          const found = items.filter((item) => item.kind === 'event' && fits(item, termsOf(q), NOW))
          if (found.length > FEW) expect(summary.total.isEstimate).toBe(true)
          if (summary.total.isEstimate) estimates += 1
          else exact += 1
        }),
        { numRuns: 50 },
      )
      expect(estimates).toBeGreaterThan(5)
      expect(exact).toBeGreaterThan(5)
    },
    TEST_MS,
  )

  it('reckons each facet without what is asked of it, and tells the choice as the total', async () => {
    const { total, facets } = await summarise('type:item.rare', { exactAtMost: FEW })
    const types = facets.find(({ key }) => key === 'type')?.values ?? []
    expect(total.isEstimate).toBe(false)
    expect(types.find(({ value }) => value === 'item.rare')).toEqual({ value: 'item.rare', title: null, ...total })
    expect(types.find(({ value }) => value === 'order.created')).toMatchObject({ isEstimate: true })
    expect(facets.map(({ key }) => key)).toEqual([...FACETS])
  })

  it('tells of a handler that is chosen with all of its destinations the total', async () => {
    const { total, facets } = await summarise('handler:forward')
    const handlers = facets.find(({ key }) => key === 'handler')?.values
    expect(handlers?.find(({ value }) => value === 'forward')).toEqual({ value: 'forward', title: null, ...total })
  })

  it('names a source by its slug, and by its id where it is asked for by that', async () => {
    const { id, slug } = await bench.prisma.source.findFirstOrThrow()
    await bench.prisma.source.update({ where: { id }, data: { slug: 'only' } })
    const valuesOf = async (q: string) =>
      (await summarise(q)).facets.find(({ key }) => key === 'source')?.values.map(({ value }) => value)
    const [all, bySlug, byId] = [await valuesOf(''), await valuesOf('source:only'), await valuesOf(`source:${id}`)]
    await bench.prisma.source.update({ where: { id }, data: { slug } })
    expect(all).toContain('only')
    expect(bySlug).toEqual(all)
    expect(byId).toEqual(all?.map((value) => (value === 'only' ? id : value)))
  })

  it('names sources and destinations', async () => {
    const { facets } = await summarise('')
    const titlesOf = (key: FacetKey) => facets.find((facet) => facet.key === key)?.values.map(({ title }) => title)
    expect(titlesOf('handler')?.sort()).toEqual(['Warehouse', null])
    expect(new Set(titlesOf('source'))).toEqual(new Set(['default']))
    expect(titlesOf('provider')?.every((title) => title === null)).toBe(true)
  })

  it.each([
    ['', '2026-06-15T10:20:30.000Z', 43_200],
    ['received:>=2026-06-14T00:10:00Z', '2026-06-15T10:20:30.000Z', 1_800],
    ['received:<2026-06-10', '2026-06-10T00:00:00.000Z', 43_200],
    ['received:2026-06-03', '2026-06-04T00:00:00.000Z', 1_800],
    ['order:nobody-orders-this', '2026-06-15T10:20:30.000Z', 60],
  ])('of "%s" shows the time until %s in buckets of %i seconds', async (q, to, bucketSeconds) => {
    expect((await summarise(q)).histogram).toMatchObject({ to, bucketSeconds })
  })

  it('tells how many are not indexed yet where it asks for content', async () => {
    const { prisma } = bench
    await prisma.pendingIndex.create({ data: { ids: items.slice(0, 3).map(({ id }) => id) } })
    expect((await summarise('siti')).coverage).toEqual({ from: null, waiting: 3 })
    expect((await summarise('type:order.*')).coverage).toEqual({ from: null, waiting: 0 })
    await prisma.pendingIndex.deleteMany()
  })
})
