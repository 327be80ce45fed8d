import { describe, expect, it } from 'vitest'
import { MAX_QUERY_LENGTH } from '@/lib/search/language/term'
import { endsTerm, segmentsOf, withSegment } from './segments'

describe('segmentsOf', () => {
  it('gives terms and what is not understood in their order', () => {
    const segments = segmentsOf('order:1001  oder:7 -"two words"')
    expect(segments.map(({ token }) => token)).toEqual(['order:1001', 'oder:7', '-"two words"'])
    expect(segments.map(({ fault }) => fault?.code ?? null)).toEqual([null, 'unknown_key', null])
    expect(segments[1]?.fault?.suggestion).toBe('order:7')
  })

  it('is one faulty piece where the query is too long', () => {
    const text = 'a'.repeat(MAX_QUERY_LENGTH + 1)
    expect(segmentsOf(text)).toMatchObject([{ start: 0, end: text.length, token: text, fault: { code: 'too_long' } }])
  })
})

describe('withSegment', () => {
  const text = 'order:1001 oder:7 sambal'
  const at = (index: number) => segmentsOf(text)[index] ?? { start: 0, end: 0 }

  it('puts something else in the place of a piece', () => {
    expect(withSegment(text, at(1), ' awb:7 ')).toBe('order:1001 awb:7 sambal')
  })

  it('takes a piece out with the space beside it', () => {
    expect(withSegment(text, at(0), '')).toBe('oder:7 sambal')
    expect(withSegment(text, at(1), '')).toBe('order:1001 sambal')
    expect(withSegment(text, at(2), ' ')).toBe('order:1001 oder:7')
    expect(withSegment('sambal', { start: 0, end: 6 }, '')).toBe('')
  })
})

describe('endsTerm', () => {
  it.each([
    ['status:failed ', true],
    ['status:failed', false],
    ['   ', false],
    ['customer:"Siti ', false],
    ['customer:"Siti Aminah" ', true],
    ['oder:7 ', true],
  ])('of %j is %s', (draft, ends) => {
    expect(endsTerm(draft)).toBe(ends)
  })
})
