import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse'
import { printTerm, printTerms } from './print'
import { MAX_QUERY_LENGTH } from './term'
import { anyTerm } from './testing'

const termsOf = (text: string) => parseQuery(text).terms.map(({ term }) => term)

describe('a printed term', () => {
  it.each([
    ['a name with a space', 'customer:"siti  aminah"', 'customer:"siti  aminah"'],
    ['values in quotes that need none', 'type:"order.created","awb.*"', 'type:order.created,awb.*'],
    ['a key in capitals', 'Status:FAILED', 'status:failed'],
    ['a field at the top of the payload', 'payload.status:x', 'payload.status:x'],
    ['a longer path from the root', 'payload.data.courier:JNE', 'data.courier:JNE'],
    ['a part of a path with a dot', 'data."a.b":*', 'data."a.b":*'],
    ['a star that is meant as such', 'data.x:"*"', 'data.x:"*"'],
    ['a comparison', '-data.total:>=100', '-data.total:>=100'],
    ['a value that begins like a comparison', 'data.x:">=5"', 'data.x:">=5"'],
    ['text with a colon', '"a: b"', '"a: b"'],
    ['text that begins with a hyphen', '"-abc"', '"-abc"'],
    ['quotes and backslashes', '"say \\"hi\\" \\\\o/"', '"say \\"hi\\" \\\\o/"'],
    ['a word in quotes', '"abc"', 'abc'],
  ])('has one spelling: %s', (_, typed, printed) => {
    expect(printTerms(termsOf(typed))).toBe(printed)
    expect(parseQuery(typed).faults).toEqual([])
  })

  it('is read back as the same term', () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        const { terms, faults } = parseQuery(printTerm(term))
        expect(faults).toEqual([])
        expect(terms.map((placed) => placed.term)).toEqual([term])
      }),
      { numRuns: 2000 },
    )
  })

  it('is read back among others', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 10 }), (terms) => {
        const text = printTerms(terms)
        fc.pre(text.length <= MAX_QUERY_LENGTH)
        expect(termsOf(text)).toEqual(terms)
      }),
    )
  })
})
