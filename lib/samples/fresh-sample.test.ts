import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { freshSample } from './fresh-sample'

const secret = { id: 'one', value: 'a-secret-for-tests' }
const NOW = new Date('2026-11-21T09:00:00.123Z')
const later = new Date(NOW.getTime() + 1)

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
  const types = Object.keys(provider.eventTypes)

  it.each(types)('%s is genuine, reads as documented, and is a new event each time', (eventType) => {
    const samples = [NOW, later].map((now) => freshSample(provider, eventType, { secret, now }))
    const readings = samples.map(({ headers, body }) => {
      const verdict = provider.verify({ headers, body, secrets: [secret], now: NOW, toleranceSeconds: 300 })
      expect(verdict.verdict).toBe(provider.goodVerdict)
      return provider.read({ headers, body })
    })
    expect(readings.map((reading) => [reading.eventType, reading.problems])).toEqual(Array(2).fill([eventType, []]))
    expect(readings[0]?.dedupeKey).not.toBe(readings[1]?.dedupeKey)
  })
})
