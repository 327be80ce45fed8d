import { describe, expect, it } from 'vitest'
import type { Bucket } from './buckets'
import { placeAfter, placeAt, placesOf, rangeOf } from './selection'

const HOUR_MS = 3_600_000
const START_MS = Date.parse('2026-11-21T00:00:00Z')
const counts = { succeeded: 0, none: 0, waiting: 0, failed: 0, rejected: 0 }
const buckets: Bucket[] = Array.from({ length: 6 }, (_, place) => ({
  fromMs: START_MS + place * HOUR_MS,
  toMs: START_MS + (place + 1) * HOUR_MS,
  counts,
  total: 0,
}))
const open = { fromMs: START_MS, toMs: START_MS + 5.5 * HOUR_MS, hasEnd: false }

describe('rangeOf', () => {
  it('reaches from the start of the first bucket to the end of the last, in whichever direction', () => {
    const range = { from: '2026-11-21T01:00:00.000Z', to: '2026-11-21T04:00:00.000Z' }
    expect(rangeOf(buckets, { anchor: 1, end: 3 }, open)).toEqual(range)
    expect(rangeOf(buckets, { anchor: 3, end: 1 }, open)).toEqual(range)
  })

  it('stays open where it reaches to the last bucket of a window without an end', () => {
    expect(rangeOf(buckets, { anchor: 4, end: 5 }, open)).toEqual({ from: '2026-11-21T04:00:00.000Z', to: null })
  })

  it('stays within the bounds of the window', () => {
    const window = { fromMs: START_MS + 20 * 60_000, toMs: START_MS + 5.5 * HOUR_MS, hasEnd: true }
    expect(rangeOf(buckets, { anchor: 0, end: 5 }, window)).toEqual({
      from: '2026-11-21T00:20:00.000Z',
      to: '2026-11-21T05:30:00.000Z',
    })
  })

  it('is none of buckets that are not there', () => {
    expect(rangeOf([], { anchor: 0, end: 0 }, open)).toBeNull()
  })
})

describe('places', () => {
  it('are in order', () => {
    expect(placesOf({ anchor: 5, end: 2 })).toEqual([2, 5])
  })

  it.each([
    [-0.2, 0],
    [0, 0],
    [0.5, 3],
    [0.999, 5],
    [1, 5],
    [7, 5],
  ])('are found under the pointer: %d of the way is %i', (share, place) => {
    expect(placeAt(share, 6)).toBe(place)
  })

  it.each([
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 5, 5],
    ['ArrowUp', 2, 3],
    ['PageUp', 1, 3],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['a', 1, null],
    ['toString', 1, null],
  ])('are reached by keys: %s from %i to %s', (key, from, to) => {
    expect(placeAfter(key, from, 6)).toBe(to)
  })
})
