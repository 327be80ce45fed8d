import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prettyJson, prettyText } from './pretty-json'

const pretty = (text: string) => prettyText(prettyJson(text) ?? [])

describe('prettyJson', () => {
  it('keeps every digit, escape, duplicate key and the order of keys', () => {
    const text = '{"b":12345678901234567890.1200,"a":1e3,"a":-0,"s":"\\u00e9\\/\\n"}'
    expect(pretty(text)).toBe(
      '{\n  "b": 12345678901234567890.1200,\n  "a": 1e3,\n  "a": -0,\n  "s": "\\u00e9\\/\\n"\n}',
    )
  })

  it('keeps empty objects and arrays on one line', () => {
    expect(pretty('{"o":{},"l":[ ],"n":[[]]}')).toBe('{\n  "o": {},\n  "l": [],\n  "n": [\n    []\n  ]\n}')
  })

  it('takes brackets, quotes and commas inside strings for what they are', () => {
    expect(pretty('["{\\"a\\":[1,2]}"]')).toBe('[\n  "{\\"a\\":[1,2]}"\n]')
  })

  it('tells keys from strings', () => {
    const tokens = prettyJson('{"k":"v"}')?.flatMap((line) => line.tokens)
    expect(tokens?.map(({ kind, text }) => [kind, text])).toContainEqual(['key', '"k"'])
    expect(tokens?.map(({ kind, text }) => [kind, text])).toContainEqual(['string', '"v"'])
  })

  it('is null for what is not JSON', () => {
    for (const text of ['', '{', '{"a":1,}', "{'a':1}", 'NaN', '[1 2]', '01']) expect(prettyJson(text)).toBeNull()
  })

  it('does not grow without bound on a body that is 10,000 levels deep', () => {
    expect(pretty('['.repeat(10_000) + ']'.repeat(10_000)).length).toBeLessThan(2_000_000)
  })

  it('changes nothing but the space between tokens, for any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(JSON.stringify(JSON.parse(pretty(text)))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })
})
