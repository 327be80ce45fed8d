import { describe, expect, it } from 'vitest'
import { failureGroup, shapeOf } from './failure-shape'

describe('the shape of a failure', () => {
  it.each([
    ['Order 1001 is unknown.', 'Order 1002 is unknown.'],
    ['no run 019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11 here', 'no run 019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12 here'],
    ['at 2026-11-21T10:00:00.123Z: late', 'at 2026-11-22T10:00:00Z: late'],
    ['unknown key "abc"', 'unknown key "something else"'],
    ['charge ch_3OqY2aLkdIwHu7ix failed', 'charge ch_9XXY2aLkdIwHu7zz failed'],
    ['timed out after 1,500 ms', 'timed out after 20 ms'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(shapeOf(one)).toBe(shapeOf(other))
    expect(failureGroup('a', one)).toBe(failureGroup('a', other))
  })

  it('differs for other words, and for another target', () => {
    expect(shapeOf('refused')).not.toBe(shapeOf('reset'))
    expect(failureGroup('a', 'refused')).not.toBe(failureGroup('b', 'refused'))
  })

  it('keeps the words that people read', () => {
    expect(shapeOf('The destination answered 500 after 34 ms.')).toBe('The destination answered 500 after … ms.')
  })
})
