import { describe, expect, it } from 'vitest'
import { rankOf } from './rank'
import { FULFILS, lifecyclesOf, SELLS } from './testing/tellings'

const order = lifecyclesOf('order').get(FULFILS)

describe('the rank of a mention', () => {
  it('grows along the life of a thing', () => {
    const ranks = ['draft', 'to_process', 'in_process', 'packed', 'ready_for_pickup', 'shipped', 'completed'].map(
      (state) => rankOf(order, { state, status: 'whatever' }),
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(new Set(ranks).size).toBe(ranks.length)
    expect(ranks[0]).toBeGreaterThan(0)
  })

  it('puts an AWB between packed and shipped', () => {
    expect(rankOf(order, { awb: 'TRK1' })).toBeGreaterThan(rankOf(order, { state: 'packed' }))
    expect(rankOf(order, { awb: 'TRK1' })).toBeLessThan(rankOf(order, { state: 'shipped' }))
  })

  it('is that of the state where a field is told with it', () => {
    expect(rankOf(order, { state: 'packed', awb: 'TRK1' })).toBe(rankOf(order, { state: 'packed' }))
  })

  it.each([
    ['no lifecycle', lifecyclesOf('order').get(SELLS), { state: 'packed' }],
    ['nothing said', order, null],
    ['an unknown state', order, { state: 'on_the_moon' }],
    ['a status alone', order, { status: 'packed' }],
  ])('is 0 with %s', (_, lifecycle, set) => {
    expect(rankOf(lifecycle, set)).toBe(0)
  })
})
