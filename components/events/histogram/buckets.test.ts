import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Histogram, HistogramBucket, Outcome } from '@/lib/search/summary/schemas'
import { bucketsOf, partsOf, totalsOf, withEmptyBefore } from './buckets'

const NONE: Record<Outcome, number> = { succeeded: 0, none: 0, waiting: 0, failed: 0, rejected: 0 }

function bucket(from: string, counts: Partial<Record<Outcome, number>>): HistogramBucket {
  return { from, counts: { ...NONE, ...counts } }
}

function histogram(from: string, to: string, buckets: HistogramBucket[]): Histogram {
  return { from, to, bucketSeconds: 3600, isEstimate: false, buckets }
}

describe('bucketsOf', () => {
  it('fills the gaps, so that every stretch of time has its place', () => {
    const found = bucketsOf(
      histogram('2026-11-21T00:00:00Z', '2026-11-21T05:00:00Z', [
        bucket('2026-11-21T01:00:00Z', { succeeded: 2, failed: 1 }),
        bucket('2026-11-21T04:00:00Z', { rejected: 1 }),
      ]),
    )
    expect(found.map(({ total }) => total)).toEqual([0, 3, 0, 0, 1])
    expect(totalsOf(found)).toEqual({ ...NONE, succeeded: 2, failed: 1, rejected: 1 })
  })

  it('keeps to the places of the buckets where the window begins and ends between them', () => {
    const found = bucketsOf(
      histogram('2026-11-21T01:20:00Z', '2026-11-21T03:10:00Z', [bucket('2026-11-21T02:00:00Z', { none: 1 })]),
    )
    expect(found.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([
      '2026-11-21T01:00:00.000Z',
      '2026-11-21T02:00:00.000Z',
      '2026-11-21T03:00:00.000Z',
    ])
    expect(found[1]?.total).toBe(1)
  })

  it('has a bucket to look at where nothing was received', () => {
    expect(bucketsOf(histogram('2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z', []))).toHaveLength(1)
  })
})

describe('withEmptyBefore', () => {
  const found = bucketsOf(
    histogram('2026-11-21T04:00:00Z', '2026-11-21T05:00:00Z', [bucket('2026-11-21T04:00:00Z', { none: 1 })]),
  )

  it('gives a short time an approach, without a gap', () => {
    const wider = withEmptyBefore(found, 4)
    expect(wider.map(({ total }) => total)).toEqual([0, 0, 0, 1])
    expect(wider.map(({ fromMs }) => fromMs).slice(1)).toEqual(wider.map(({ toMs }) => toMs).slice(0, -1))
  })

  it('leaves alone what is long enough, or is nothing', () => {
    expect(withEmptyBefore(found, 1)).toEqual(found)
    expect(withEmptyBefore([], 4)).toEqual([])
  })
})

describe('partsOf', () => {
  const of = (counts: Partial<Record<Outcome, number>>, top: number) =>
    partsOf({ fromMs: 0, toMs: 1, counts: { ...NONE, ...counts }, total: 0 }, top, 60)

  it('stands the parts on each other from the bottom up', () => {
    expect(of({ succeeded: 30, failed: 15 }, 60)).toEqual([
      { outcome: 'succeeded', y: 30, height: 30 },
      { outcome: 'failed', y: 15, height: 15 },
    ])
  })

  it('shows what is there, however little', () => {
    const parts = of({ succeeded: 99_999, failed: 1 }, 100_000)
    expect(parts.find(({ outcome }) => outcome === 'failed')).toMatchObject({ y: 0, height: 2 })
  })

  it('never stands out of the chart', () => {
    const counts = fc.record({
      succeeded: fc.nat(1e6),
      none: fc.nat(10),
      waiting: fc.nat(10),
      failed: fc.nat(1e6),
      rejected: fc.nat(3),
    })
    fc.assert(
      fc.property(counts, (each) => {
        const total = Object.values(each).reduce((sum, count) => sum + count, 0)
        for (const { y, height } of of(each, total)) {
          expect(y).toBeGreaterThanOrEqual(-1e-6)
          expect(height).toBeGreaterThanOrEqual(2)
        }
      }),
    )
  })
})
