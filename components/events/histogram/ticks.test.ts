import { describe, expect, it } from 'vitest'
import { ticksOf } from './ticks'
import { spanWords, tickWords } from './time-words'

const at = (text: string) => Date.parse(text)

describe('ticksOf', () => {
  it('stands on round times of the chosen zone', () => {
    const [from, to] = [at('2026-11-21T03:20:00Z'), at('2026-11-22T03:20:00Z')]
    const words = (zone: 'utc' | 'wib') => ticksOf(from, to, zone, 4).map((tick) => tickWords(tick, zone, 'en'))
    expect(words('utc')).toEqual(['06:00', '12:00', '18:00', '22 Nov'])
    expect(words('wib')).toEqual(['12:00', '18:00', '22 Nov', '06:00'])
  })

  it('names days over a month and months over years', () => {
    const from = at('2026-10-20T10:00:00Z')
    expect(ticksOf(from, at('2026-11-20T10:00:00Z'), 'utc', 5).map(({ shows }) => shows)).toContain('day')
    expect(ticksOf(from, at('2029-10-20T10:00:00Z'), 'utc', 5).every(({ shows }) => shows === 'month')).toBe(true)
  })

  it('goes down to seconds', () => {
    const ticks = ticksOf(at('2026-11-21T03:20:10Z'), at('2026-11-21T03:21:10Z'), 'utc', 5)
    expect(ticks.map((tick) => tickWords(tick, 'utc', 'en'))).toEqual(['03:20:15', '03:20:30', '03:20:45', '03:21:00'])
  })

  it('is never out of the window', () => {
    for (const { share } of ticksOf(at('2026-11-21T03:20:00Z'), at('2026-11-28T03:20:00Z'), 'wib', 6)) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThan(1)
    }
  })
})

describe('spanWords', () => {
  it('names the day once', () => {
    expect(spanWords(at('2026-11-21T07:00:00Z'), at('2026-11-21T08:00:00Z'), 'utc', 'en')).toBe(
      'Sat 21 Nov, 07:00–08:00',
    )
  })

  it('names both days where they differ, as the zone has them', () => {
    const [from, to] = [at('2026-11-21T15:00:00Z'), at('2026-11-21T18:00:00Z')]
    expect(spanWords(from, to, 'wib', 'en')).toBe('Sat 21 Nov, 22:00 – Sun 22 Nov, 01:00')
  })

  it('speaks of whole days as days', () => {
    expect(spanWords(at('2026-11-21T00:00:00Z'), at('2026-11-22T00:00:00Z'), 'utc', 'en')).toBe('Sat 21 Nov')
    expect(spanWords(at('2026-11-21T00:00:00Z'), at('2026-11-23T00:00:00Z'), 'utc', 'en')).toBe(
      'Sat 21 Nov – Sun 22 Nov',
    )
  })

  it('tells seconds apart', () => {
    expect(spanWords(at('2026-11-21T07:00:15Z'), at('2026-11-21T07:00:30Z'), 'utc', 'en')).toBe(
      'Sat 21 Nov, 07:00:15–07:00:30',
    )
  })
})
