import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse'
import { KEYS, MAX_QUERY_LENGTH, MAX_TERMS } from './term'
import { anyText } from './testing'

const field = { kind: 'field', not: false, op: 'is' }

describe('a query', () => {
  it.each([
    ['type:order.*,awb.*', { ...field, key: 'type', values: ['order.*', 'awb.*'] }],
    ['-type:message.*', { ...field, not: true, key: 'type', values: ['message.*'] }],
    ['customer:"Siti Aminah",0812', { ...field, key: 'customer', values: ['Siti Aminah', '0812'] }],
    ['order:*', { ...field, key: 'order', op: 'exists', values: [] }],
    ['received:>=2d', { ...field, key: 'received', op: 'gte', values: ['2d'] }],
    ['received:2026-11-21', { ...field, key: 'received', values: ['2026-11-21'] }],
    ['repeats:>1', { ...field, key: 'repeats', op: 'gt', values: ['1'] }],
    [
      'handler:forward:01920000-0000-7000-8000-00000000000A',
      { ...field, key: 'handler', values: ['forward:01920000-0000-7000-8000-00000000000a'] },
    ],
    ['data.courier:JNE', { kind: 'path', not: false, path: ['data', 'courier'], op: 'is', values: ['JNE'] }],
    ['payload.status:*', { kind: 'path', not: false, path: ['status'], op: 'exists', values: [] }],
    ['data."a b".c:<5', { kind: 'path', not: false, path: ['data', 'a b', 'c'], op: 'lt', values: ['5'] }],
    [
      'data.url:https://a.b/c',
      { kind: 'path', not: false, path: ['data', 'url'], op: 'is', values: ['https://a.b/c'] },
    ],
    ['data.note:""', { kind: 'path', not: false, path: ['data', 'note'], op: 'is', values: [''] }],
    ['-"say \\"hi\\""', { kind: 'text', not: true, text: 'say "hi"' }],
    ['INV-1001', { kind: 'text', not: false, text: 'INV-1001' }],
    ['"C:\\temp"', { kind: 'text', not: false, text: 'C:\\temp' }],
  ])('is read: %s', (text, term) => {
    expect(parseQuery(text)).toEqual({ terms: [{ term, start: 0, end: text.length }], faults: [] })
  })

  it('says where each term stands, whatever space is between them', () => {
    const text = '  type:a\t-"b c"\n data.x:>1 '
    const spans = parseQuery(text).terms.map(({ start, end }) => text.slice(start, end))
    expect(spans).toEqual(['type:a', '-"b c"', 'data.x:>1'])
  })

  it('asks for everything where nothing is typed', () => {
    expect(parseQuery(' \n ')).toEqual({ terms: [], faults: [] })
  })
})

describe('a fault', () => {
  it.each([
    ['staus:failed', 'unknown_key', 'status:failed'],
    ['-prov:acme', 'unknown_key', '-provider:acme'],
    ['resi:JNE001', 'unknown_key', 'awb:JNE001'],
    ['since:2d', 'unknown_key', 'received:>=2d'],
    ['courier:JNE', 'unknown_key', null],
    ['https://a.b/c', 'unknown_key', '"https://a.b/c"'],
    ['12:30', 'unknown_key', '"12:30"'],
    [':xyz', 'unknown_key', '":xyz"'],
    ['data..x:1', 'unknown_key', null],
    ['payload:x', 'unknown_key', null],
    ['data.items[0].sku:x', 'unknown_key', 'data.items.sku:x'],
    ['type:', 'missing_value', null],
    ['type:,', 'missing_value', null],
    ['type:a,', 'missing_value', null],
    ['type:" "', 'missing_value', null],
    ['data.x:', 'missing_value', null],
    ['data.x:>', 'missing_value', null],
    ['received:>', 'missing_value', null],
    ['type:>order', 'bad_operator', 'type:order'],
    ['verdict:*', 'bad_operator', null],
    ['received:*', 'bad_operator', null],
    ['id:>1', 'bad_operator', 'id:1'],
    ['status:faild,failed', 'bad_value', 'status:failed'],
    ['verdict:fine', 'bad_value', null],
    ['reason:key_mismach', 'bad_value', 'reason:key_mismatch'],
    ['problem:not-json', 'bad_value', 'problem:not_json'],
    ['received:2d', 'bad_value', 'received:>2d'],
    ['received:>yesterday', 'bad_value', null],
    ['received:2026-02-30', 'bad_value', null],
    ['received:2026-11-21T09:30:00Z', 'bad_value', null],
    ['received:>1d,2d', 'bad_value', null],
    ['repeats:>many', 'bad_value', null],
    ['handler:Forward!', 'bad_value', null],
    ['data.x:>1,2', 'bad_value', null],
    ['order:a\u0000b', 'bad_value', null],
    ['data.x:\ud800', 'bad_value', null],
    ['abc\u0000', 'bad_value', null],
    ['order:"a"b', 'bad_value', null],
    ['ab', 'too_short', null],
    ['"a  "', 'too_short', null],
    ['-', 'too_short', null],
    ['"abc def', 'unclosed_quote', '"abc def"'],
    ['type:"abc', 'unclosed_quote', 'type:"abc"'],
  ] as const)('is found and may be mended: %s', (text, code, suggestion) => {
    const { terms, faults } = parseQuery(`${'type:x'} ${text}`)
    expect(terms).toHaveLength(1)
    expect(faults).toMatchObject([{ code, suggestion, start: 7, end: 7 + text.length, token: text }])
  })

  it('leaves the terms around it as they are, and is not alone', () => {
    const { terms, faults } = parseQuery('type:a ab status:failed verdict:fine')
    expect(terms.map(({ start }) => start)).toEqual([0, 10])
    expect(faults.map(({ start }) => start)).toEqual([7, 24])
  })

  it('says what is allowed', () => {
    const [fault] = parseQuery('verdict:fine').faults
    expect(fault?.message).toContain('verified, authenticated, unchecked, rejected')
    expect(fault?.message).toContain('"fine"')
    expect(fault?.params).toMatchObject({ key: 'verdict', value: 'fine' })
    expect(parseQuery('foo:bar').faults[0]?.message).toContain(KEYS.join(', '))
  })

  it('is a term too many', () => {
    const text = Array.from({ length: MAX_TERMS + 2 }, (_, index) => `word${index}`).join(' ')
    const { terms, faults } = parseQuery(text)
    expect(terms).toHaveLength(MAX_TERMS)
    expect(faults).toMatchObject([{ code: 'too_many_terms', start: text.indexOf('word40'), end: text.length }])
  })

  it('is a query that is too long', () => {
    expect(parseQuery('a'.repeat(MAX_QUERY_LENGTH)).faults).toEqual([])
    expect(parseQuery('a'.repeat(MAX_QUERY_LENGTH + 1))).toMatchObject({ terms: [], faults: [{ code: 'too_long' }] })
  })
})

describe('whatever is typed', () => {
  it('comes to terms and faults that stand where they say, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { terms, faults } = parseQuery(text)
        const spans = [...terms, ...faults].sort((a, b) => a.start - b.start)
        const between = spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? 0, start))
        expect([...between, text.slice(spans.at(-1)?.end ?? 0)].join('').trim()).toBe('')
        for (const fault of faults) expect(text.slice(fault.start, fault.end)).toBe(fault.token)
      }),
      { numRuns: 2000 },
    )
  })

  it('is mended by a suggestion', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { suggestion } of parseQuery(text).faults) {
          if (suggestion !== null) expect(parseQuery(suggestion).faults.map(({ message }) => message)).toEqual([])
        }
      }),
      { numRuns: 2000 },
    )
  })
})
