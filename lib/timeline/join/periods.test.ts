import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_REST_MS } from '../partition/nodes'
import { areForAPeriod, layRuns } from './periods'

describe('names are for a period', () => {
  it.each([
    [['order_number:1001'], true],
    [['order_number:1001', 'order_number:ORD-1001'], true],
    [['awb:TRK1'], true],
    [['order_id@one:7', 'order_number:1001'], false],
    [['phone:+628123'], false],
    [['sku:A'], false],
  ])('%j: %j', (names, expected) => {
    expect(areForAPeriod(names)).toBe(expected)
  })
})

describe('runs', () => {
  const rest = LONGEST_REST_MS

  it('go on as long as nobody rests for longer than half a year', () => {
    expect(layRuns([], [0, rest, 2 * rest + 1])).toEqual([
      { ids: [], firstAt: 0, lastAt: rest },
      { ids: [], firstAt: 2 * rest + 1, lastAt: 2 * rest + 1 },
    ])
  })

  it('are one where a moment lies between two of them', () => {
    const spans = [
      { id: 'late', firstAt: 1.5 * rest, lastAt: 1.6 * rest },
      { id: 'early', firstAt: 0, lastAt: 10 },
    ]
    expect(layRuns(spans, [])).toHaveLength(2)
    expect(layRuns(spans, [rest])).toEqual([{ ids: ['early', 'late'], firstAt: 0, lastAt: 1.6 * rest }])
  })

  it('are the same for moments that come one after another, in any order', () => {
    const times = fc.array(
      fc.integer({ min: 0, max: 6 }).map((step) => step * 0.6 * rest),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(times, (given) => {
        const grown = given.reduce<{ id: string; firstAt: number; lastAt: number }[]>(
          (spans, at) =>
            layRuns(spans, [at]).map(({ firstAt, lastAt }, index) => ({ id: `${index}`, firstAt, lastAt })),
          [],
        )
        expect(grown.map(({ firstAt, lastAt }) => [firstAt, lastAt])).toEqual(
          layRuns([], given).map(({ firstAt, lastAt }) => [firstAt, lastAt]),
        )
      }),
    )
  })
})
