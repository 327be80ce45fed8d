import { describe, expect, it } from 'vitest'
import { parseBody } from './json'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseBody(bytes(text))

describe('a JSON object', () => {
  it.each([
    ['with a byte order mark', '\ufeff{"a":1}', { a: 1 }],
    ['with space around it', ' \r\n{"a":1}\t', { a: 1 }],
    ['with duplicate keys: the last counts', '{"a":1,"a":2}', { a: 2 }],
    ['with a NUL in a text', '{"a":"\\u0000"}', { a: '\u0000' }],
    ['with a lone surrogate', '{"a":"\\ud800"}', { a: '\ud800' }],
  ])('is parsed %s', (_, text, value) => {
    expect(parse(text)).toEqual({ ok: true, value, exact: value })
  })

  it('keeps a member named __proto__ as a member', () => {
    const parsed = parse('{"__proto__":{"polluted":true}}')
    if (!parsed.ok) throw new Error('not parsed')
    expect(Object.hasOwn(parsed.value, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype)
  })

  it.each([10_000, 250_000])('is parsed at depth %i', (depth) => {
    expect(parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`).ok).toBe(true)
    expect(parse(`${'{"a":'.repeat(depth)}12345678901234567${'}'.repeat(depth)}`).ok).toBe(true)
  })

  it('keeps long integers as text in its exact form only', () => {
    const parsed = parse(
      '{"a":-12345678901234567890,"b":[9007199254740993,{"c": 1234567890123456}],"d":0.12345678901234567,"e":1e30,"f":7}',
    )
    if (!parsed.ok) throw new Error('not parsed')
    expect(parsed.exact).toEqual({
      a: '-12345678901234567890',
      b: ['9007199254740993', { c: '1234567890123456' }],
      d: Number('0.12345678901234567'),
      e: 1e30,
      f: 7,
    })
    expect(parsed.value.a).toBe(Number('-12345678901234567890'))
  })

  it('keeps texts that look like long integers as they are', () => {
    const text =
      '{"a":"x, 12345678901234567890","b":"\\\\","c":"\\" :12345678901234567890","12345678901234567890":12345678901234567}'
    const parsed = parse(text)
    if (!parsed.ok) throw new Error('not parsed')
    expect(parsed.exact).toEqual({ ...JSON.parse(text), '12345678901234567890': '12345678901234567' })
  })
})

describe('what is no JSON object', () => {
  it.each([
    ['nothing', '', 'empty_body', /empty/],
    ['only space', ' \n', 'empty_body', /empty/],
    ['only a byte order mark', '\ufeff', 'empty_body', /empty/],
    ['HTML', '<html>private</html>', 'not_json', /HTML or XML/],
    ['form fields', 'card=private&b=2', 'not_json', /form fields/],
    ['JSON that is cut off', '{"a":"private', 'not_json', /Unterminated string/],
    ['a stray token', '{"a":private}', 'not_json', /Unexpected token 'p'/],
    ['a stray quote', '{"a":1 "private"}', 'not_json', /Expected ',' or '}'/],
    ['a list', '["private"]', 'not_an_object', /received array/],
    ['null', 'null', 'not_an_object', /received null/],
    ['a text', '"private"', 'not_an_object', /received string/],
  ])('%s is told, without repeating it', (_, text, code, message) => {
    const parsed = parse(text)
    expect(parsed).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(message) } })
    expect(JSON.stringify(parsed)).not.toContain('private')
  })

  it('invalid UTF-8 is told, and spoils nothing that follows', () => {
    expect(parseBody(Uint8Array.of(0x7b, 0xe2, 0x82))).toMatchObject({ ok: false, problem: { code: 'not_utf8' } })
    expect(parseBody(Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toMatchObject({
      ok: false,
      problem: { code: 'not_utf8' },
    })
    expect(parse('{"a":"é"}')).toMatchObject({ ok: true, value: { a: 'é' } })
  })
})
