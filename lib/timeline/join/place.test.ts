import { describe, expect, it } from 'vitest'
import { tieOf, timeOf } from './place'

const receivedAt = new Date('2026-03-02T08:00:00Z')
const day = 86_400_000
const after = (ms: number) => new Date(receivedAt.getTime() + ms)

describe('the time of an event', () => {
  it('is when it occurred', () => {
    expect(timeOf({ occurredAt: after(-400 * day), receivedAt })).toBe(receivedAt.getTime() - 400 * day)
    expect(timeOf({ occurredAt: after(day), receivedAt })).toBe(receivedAt.getTime() + day)
    expect(timeOf({ occurredAt: new Date('2000-01-01T00:00:00Z'), receivedAt })).toBe(Date.UTC(2000, 0, 1))
  })

  it('is when it was received, where the other time is unknown or cannot be', () => {
    for (const occurredAt of [null, after(day + 1), new Date('1999-12-31T23:59:59Z'), new Date(0)]) {
      expect(timeOf({ occurredAt, receivedAt })).toBe(receivedAt.getTime())
    }
  })
})

describe('the tie of an event', () => {
  it('is a signed number of 64 bits, the same each time, and another one for another source or key', () => {
    const ties = Array.from({ length: 100 }, (_, index) => tieOf('source', `key${index}`))
    expect(new Set([...ties, tieOf('other', 'key0')]).size).toBe(101)
    expect(tieOf('source', 'key0')).toBe(ties[0])
    for (const tie of ties) expect(BigInt.asIntN(64, BigInt(tie)).toString()).toBe(tie)
    expect(ties.some((tie) => tie.startsWith('-'))).toBe(true)
  })

  it('does not run source and key together', () => {
    expect(tieOf('a', 'bc')).not.toBe(tieOf('ab', 'c'))
  })
})
