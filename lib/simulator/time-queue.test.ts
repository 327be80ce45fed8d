import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TimeQueue } from './time-queue'

describe('a queue by time', () => {
  it('gives items back by time, and in the order of putting where times are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const queue = new TimeQueue<{ at: number; turn: number }>()
        const items = times.map((at, turn) => ({ at, turn }))
        for (const item of items) queue.put(item.at, item)
        const sorted = [...items].sort((one, other) => one.at - other.at || one.turn - other.turn)
        expect([...queue.takeUntil(Number.POSITIVE_INFINITY)]).toEqual(sorted)
        expect(queue.size).toBe(0)
      }),
    )
  })

  it('keeps what is later than asked for', () => {
    const queue = new TimeQueue<string>()
    queue.put(30, 'late')
    queue.put(10, 'early')
    queue.put(20, 'middle')
    expect([...queue.takeUntil(20)]).toEqual(['early', 'middle'])
    queue.put(5, 'earlier')
    expect([...queue.takeUntil(29)]).toEqual(['earlier'])
    expect(queue.size).toBe(1)
  })
})
