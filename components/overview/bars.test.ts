import { describe, expect, it } from 'vitest'
import type { Slice } from '@/lib/overview/schemas'
import { barsOf, niceCeiling, totalOf } from './bars'

const MINUTE_MS = 60_000

function slices(from: string, count: number, minutes: number, change: Partial<Slice> = {}): Slice[] {
  return Array.from({ length: count }, (_, place) => ({
    at: new Date(Date.parse(from) + place * minutes * MINUTE_MS).toISOString(),
    ...{ proven: 1, unchecked: 0, rejected: 0, failed: 0, isEstimate: false },
    ...change,
  }))
}

describe('barsOf', () => {
  it('gathers quarters of an hour into the last 24 hours, leaving out the hour that is not whole', () => {
    const bars = barsOf(slices('2026-11-21T11:45:00Z', 98, 15), '24h', 'utc')
    expect(bars).toHaveLength(24)
    expect(bars[0]).toMatchObject({ from: '2026-11-21T13:00:00.000Z', to: '2026-11-21T14:00:00.000Z', proven: 4 })
    expect(bars.at(-1)).toMatchObject({ from: '2026-11-22T12:00:00.000Z', to: '2026-11-22T13:00:00.000Z', proven: 1 })
  })

  it('begins the days of a week at midnight of the chosen zone', () => {
    const week = slices('2026-11-15T11:00:00Z', 169, 60)
    const starts = barsOf(week, '7d', 'wib').map(({ from }) => from)
    expect(starts).toHaveLength(28)
    expect(starts).toContain('2026-11-20T17:00:00.000Z')
    expect(barsOf(week, '7d', 'utc').map(({ from }) => from)).toContain('2026-11-20T00:00:00.000Z')
  })

  it('is an estimate where any part of it is', () => {
    const [first, ...rest] = slices('2026-11-22T12:00:00Z', 4, 15)
    const bars = barsOf([{ ...first, isEstimate: true } as Slice, ...rest], '24h', 'utc')
    expect(bars[0]).toMatchObject({ isEstimate: true, proven: 4 })
    expect(totalOf(bars, 'proven')).toEqual({ value: 4, precision: 'estimate' })
    expect(totalOf(bars, 'rejected')).toEqual({ value: 0, precision: 'exact' })
  })
})

describe('niceCeiling', () => {
  it.each([
    [0, 4],
    [4, 4],
    [7, 8],
    [11, 12],
    [1060, 1200],
    [48, 60],
    [801, 1000],
  ])('holds %i with %i', (value, ceiling) => {
    expect(niceCeiling(value)).toBe(ceiling)
  })
})
