import { describe, expect, it } from 'vitest'
import { defineHandler } from '@/lib/handlers/handler'
import { ceilings, nextDelayMs } from './retry-policy'

const { retry } = defineHandler({ name: 'any', title: 'Any', on: ['*'], run: async () => '' })
const HOUR_MS = 3_600_000

describe('the retry policy', () => {
  it('makes eight attempts over about a day by default', () => {
    const waits = ceilings(retry)
    expect(waits).toHaveLength(7)
    const expectedHours = waits.reduce((sum, wait) => sum + wait, 0) / 2 / HOUR_MS
    expect(expectedHours).toBeGreaterThan(12)
    expect(expectedHours).toBeLessThan(30)
  })

  it('waits anything up to the ceiling, and never less than a second', () => {
    expect(nextDelayMs(retry, 1, 0)).toBe(1_000)
    expect(nextDelayMs(retry, 1, 0.5)).toBe(80_000)
    expect(nextDelayMs(retry, 2, 0.999_999)).toBeLessThanOrEqual(480_000)
  })

  it('grows with each attempt up to its limit', () => {
    const waits = ceilings({ attempts: 5, baseMs: 10, factor: 10, maxMs: 500 })
    expect(waits).toEqual([10, 100, 500, 500])
  })

  it('ends after the last attempt', () => {
    expect(nextDelayMs(retry, 7, 0.5)).not.toBeNull()
    expect(nextDelayMs(retry, 8, 0.5)).toBeNull()
    expect(nextDelayMs({ ...retry, attempts: 1 }, 1, 0.5)).toBeNull()
  })
})
