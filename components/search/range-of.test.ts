import { describe, expect, it } from 'vitest'
import { isPast, rangeOf } from './range-of'

describe('rangeOf', () => {
  it('finds the bounds of the time of receipt as they are written', () => {
    expect(rangeOf('received:>=7d order:1 received:<2026-11-21')).toEqual({ from: '7d', to: '2026-11-21' })
    expect(rangeOf('received:>24h')).toEqual({ from: '24h', to: null })
    expect(rangeOf('-received:>24h occurred:>7d')).toEqual({ from: null, to: null })
  })

  it('takes a day for the whole of it', () => {
    expect(rangeOf('received:2026-11-21')).toEqual({
      from: '2026-11-21T00:00:00.000Z',
      to: '2026-11-22T00:00:00.000Z',
    })
  })
})

describe('isPast', () => {
  const now = new Date('2026-11-22T12:00:00Z')

  it.each([
    ['', false],
    ['received:>7d', false],
    ['received:<2026-11-22', true],
    ['received:<2026-11-23', false],
    ['received:<2d', true],
    ['received:2026-11-22', false],
    ['received:2026-11-21', true],
  ])('of %j is %s', (q, past) => {
    expect(isPast(q, now)).toBe(past)
  })
})
