import { describe, expect, it } from 'vitest'
import { changesLater } from './changes-later'

describe('changesLater', () => {
  it.each([
    'status:failed',
    '-status:failed',
    'type:order.* handler:forward',
    '-failure:*',
    'repeats:>1',
    'problem:*',
    '-problem:*',
  ])('is so for %s, whose answer for an event may be another one later', (q) => {
    expect(changesLater(q)).toBe(true)
  })

  it.each([
    '',
    'type:order.created received:>2d',
    '-verdict:rejected',
    'payload.status:failed',
    'data.problem:*',
    '"status:failed"',
  ])('is not so for %s, which asks for what never changes', (q) => {
    expect(changesLater(q)).toBe(false)
  })
})
