import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendTerm, removeTerm, replaceTerm, setRange, setValues, toggleValue, valuesOf } from './edit'
import { parseQuery } from './parse'
import { printTerms } from './print'
import { MAX_QUERY_LENGTH, MAX_TERMS, type Term } from './term'
import { anyTerm, anyText } from './testing'

const termsOf = (text: string) => parseQuery(text).terms.map(({ term }) => term)

describe('the values of a key', () => {
  it('are those that are asked for', () => {
    const text = 'status:failed,retrying -status:queued type:a status:failed status:*'
    expect(valuesOf(text, 'status')).toEqual(['failed', 'retrying'])
    expect(valuesOf(text, 'verdict')).toEqual([])
  })

  it.each([
    ['', ['failed'], 'status:failed'],
    ['type:a  "x y z"', ['failed', 'queued'], 'type:a  "x y z" status:failed,queued'],
    ['a.b:1  status:queued  abc', ['failed'], 'a.b:1  status:failed  abc'],
    ['status:queued abc status:failed -status:running', ['retrying'], 'status:retrying abc -status:running'],
    ['abc status:queued', [], 'abc'],
    ['status:queued  abc', [], 'abc'],
    ['abc', [], 'abc'],
    ['type:faulty:? "open', ['failed'], 'type:faulty:? status:failed "open'],
  ])('are set in %j', (text, values, edited) => expect(setValues(text, 'status', values)).toBe(edited))

  it('are switched on and off', () => {
    const on = toggleValue('abc', 'type', 'order.*')
    expect(toggleValue(on, 'type', 'a,b')).toBe('abc type:order.*,"a,b"')
    expect(toggleValue(on, 'type', 'order.*')).toBe('abc')
  })

  it('are those that were set, and all else is left alone', () => {
    const statuses = fc.subarray(['failed', 'queued', 'running'])
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 8 }), statuses, (terms, values) => {
        const text = printTerms(terms)
        fc.pre(text.length < MAX_QUERY_LENGTH - 100)
        const edited = setValues(text, 'status', values)
        expect(valuesOf(edited, 'status')).toEqual(values)
        const isSet = (term: Term) => term.kind === 'field' && term.key === 'status' && !term.not && term.op === 'is'
        expect(termsOf(edited).filter((term) => !isSet(term))).toEqual(terms.filter((term) => !isSet(term)))
      }),
    )
  })
})

describe('a term', () => {
  it.each([
    ['a.b:1 abc  def', 1, 'a.b:1 def'],
    ['a.b:1 abc  def', 2, 'a.b:1 abc'],
    ['  a.b:1   abc', 0, '  abc'],
    ['abc', 0, ''],
    ['abc', 1, 'abc'],
    ['xx abc', 0, 'xx'],
  ])('is taken out of %j', (text, index, edited) => expect(removeTerm(text, index)).toBe(edited))

  it('is put in the place of another', () => {
    expect(replaceTerm('abc  -type:a  def', 1, 'type:b ')).toBe('abc  type:b  def')
    expect(replaceTerm('abc', 5, 'type:b')).toBe('abc')
    expect(replaceTerm('abc def', 0, ' ')).toBe('def')
  })

  it('is put at the end, but not into an open quote', () => {
    expect(appendTerm('', 'abc')).toBe('abc')
    expect(appendTerm('type:a ', ' abc ')).toBe('type:a abc')
    expect(appendTerm('type:a', ' ')).toBe('type:a')
    expect(appendTerm('type:a "open', 'abc')).toBe('type:a abc "open')
  })

  it('taken out is gone, and all others stay', () => {
    fc.assert(
      fc.property(fc.array(anyTerm, { minLength: 1, maxLength: 8 }), fc.nat(), (terms, at) => {
        const text = printTerms(terms)
        fc.pre(text.length <= MAX_QUERY_LENGTH)
        const index = at % terms.length
        expect(termsOf(removeTerm(text, index))).toEqual(terms.toSpliced(index, 1))
      }),
    )
  })

  it('appended is the last, whatever was typed before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = termsOf(text)
        fc.pre(before.length < MAX_TERMS)
        const after = termsOf(appendTerm(text, 'status:failed'))
        expect(after).toEqual([...before, { kind: 'field', not: false, key: 'status', op: 'is', values: ['failed'] }])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a range of time', () => {
  it.each([
    ['abc', '2d', null, 'abc received:>=2d'],
    ['received:>1d abc -received:<5h', '2026-11-01', '2026-11-02', 'received:>=2026-11-01 received:<2026-11-02 abc'],
    ['abc received:2026-11-01 occurred:>1d', null, null, 'abc occurred:>1d'],
    ['abc', null, '1d', 'abc received:<1d'],
  ])('is set in %j', (text, from, to, edited) => expect(setRange(text, 'received', from, to)).toBe(edited))
})

it('no edit of anything throws', () => {
  fc.assert(
    fc.property(anyText, fc.integer(), anyText, (text, index, other) => {
      setValues(text, 'type', [other])
      toggleValue(text, 'source', other)
      replaceTerm(text, index, other)
      appendTerm(text, other)
      setRange(text, 'occurred', '1d', null)
    }),
  )
})
