import { describe, expect, it } from 'vitest'
import { forecastRetries, type RefusedDelivery } from './forecast'

const NOW = new Date('2026-11-22T12:00:00Z')
const LIMITS = { bodyBytes: 1, attempts: 4, retryScheduleSeconds: [0, 60, 600, 7200] }
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const refused = (dedupeKey: string, ...ago: number[]): RefusedDelivery[] =>
  ago.map((seconds) => ({ dedupeKey, receivedAt: secondsAgo(seconds) }))
const forecast = (deliveries: RefusedDelivery[], accepted: string[] = [], limits = LIMITS) =>
  forecastRetries(deliveries, new Set(accepted), limits, NOW)

describe('forecastRetries', () => {
  it('expects the next attempt by the schedule, counted from the latest one', () => {
    const { expected, nextAt, fewestLeft } = forecast(refused('a', 200, 140))
    expect({ expected, nextAt, fewestLeft }).toEqual({
      expected: 1,
      nextAt: new Date(secondsAgo(140).getTime() + 600_000).toISOString(),
      fewestLeft: 2,
    })
  })

  it('tells the earliest of all and the attempts of the one that has the fewest left', () => {
    const { expected, nextAt, fewestLeft } = forecast([...refused('a', 10), ...refused('b', 300, 200, 100)])
    expect({ expected, nextAt, fewestLeft }).toEqual({
      expected: 2,
      nextAt: new Date(NOW.getTime() + 50_000).toISOString(),
      fewestLeft: 1,
    })
  })

  it('leaves out what was accepted since', () => {
    expect(forecast(refused('a', 10), ['a'])).toMatchObject({ expected: 0, nextAt: null, fewestLeft: null })
  })

  it('counts as given up what was refused as often as the provider sends', () => {
    expect(forecast(refused('a', 8000, 7900, 7200, 5))).toMatchObject({ expected: 0, givenUp: 1 })
  })

  it('counts as given up what the schedule has no further wait for', () => {
    expect(forecast(refused('a', 5), [], { ...LIMITS, retryScheduleSeconds: [0] })).toMatchObject({ givenUp: 1 })
  })

  it('expects an attempt that is a little late, and no longer one that is much too late', () => {
    expect(forecast(refused('a', 100))).toMatchObject({ expected: 1, overdue: 0 })
    expect(forecast(refused('a', 60 + 30 + 120 + 1))).toMatchObject({ expected: 0, overdue: 1, nextAt: null })
  })
})
