import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTENT_BYTES, contentOf } from './content'

const bytes = (text: string) => new TextEncoder().encode(text)
const textOf = (body: string) => contentOf(bytes(body), []).text
const docOf = (body: string) => contentOf(bytes(body), []).doc

describe('the text of a body', () => {
  it.each([
    ['space between tokens', '{ "Courier" :\n\t"JNE" , "n": [1, 2] }', '{"courier":"jne","n":[1,2]}'],
    ['space within strings', '{"a": "B  c"}', '{"a":"b  c"}'],
    ['an escaped letter', '"caf\\u00e9 \\/ \\ud83d\\ude00"', '"café / 😀"'],
    ['escaped quotes and backslashes', '{"a":"say \\"Hi\\" \\\\","b":1}', '{"a":"say "hi" \\","b":1}'],
    ['digits as sent', '{"id": 12345678901234567890, "x": 1.50}', '{"id":12345678901234567890,"x":1.50}'],
    ['a NUL and half a pair', '"a\\u0000b\\ud800c"', '"a\uFFFDb\uFFFDc"'],
    ['a byte order mark', '\uFEFF[true]', '[true]'],
    ['an escape in a key', '{"\\u0041": null}', '{"a":null}'],
    ['an ending backslash', '["a\\\\", "b"]', '["a\\","b"]'],
  ])('is as people see it: %s', (_, body, text) => expect(textOf(body)).toBe(text))

  it.each([
    ['forms', 'Order=1001&Name=Siti', 'order=1001&name=siti'],
    ['cut JSON', '{"A": "B', '{"a": "b'],
    ['nothing', '', ''],
    ['a NUL', 'a\0b', 'a\uFFFDb'],
  ])('is the body itself where that is no JSON: %s', (_, body, text) => {
    expect(contentOf(bytes(body), [])).toEqual({ text, doc: null })
  })

  it('shows bytes that are no UTF-8 as U+FFFD', () => {
    const body = new Uint8Array([0x22, 0x41, 0xff, 0x42, 0x22])
    expect(contentOf(body, [])).toEqual({ text: '"a\uFFFDb"', doc: null })
  })

  it('is followed by the names, a line each', () => {
    expect(contentOf(bytes('{}'), ['+6281234567890', 'INV-1', '\ud800']).text).toBe('{}\n+6281234567890\ninv-1\n\uFFFD')
  })
})

describe('the document of a body', () => {
  it.each([
    [
      'keys and strings are in lower case',
      '{"Data": {"Courier": "JNE", "é\\u00C9": "K"}}',
      '{"data":{"courier":"jne","éé":"k"}}',
    ],
    ['numbers are as sent', '[12345678901234567890, -0.10, 1E5]', '[12345678901234567890,-0.10,1e5]'],
    ['numbers that nothing can hold are text', '[1e400000, -1E-20000, 1e10]', '["1e400000","-1e-20000",1e10]'],
    ['what jsonb refuses is replaced', '{"a":"\\u0000\\udc00"}', '{"a":"\uFFFD\uFFFD"}'],
    ['strings stay strings', '["1e400000", "[", "a\\"]"]', '["1e400000","[","a\\"]"]'],
    ['any JSON is a document', ' "Abc" ', '"abc"'],
  ])('%s', (_, body, doc) => expect(docOf(body)).toBe(doc))

  it('is left out where it is nested beyond reason', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(docOf(nested(200))).toBe(nested(200))
    expect(contentOf(bytes(nested(201)), [])).toEqual({ text: nested(201), doc: null })
    expect(docOf(nested(100_000))).toBeNull()
  })

  it('says the same as the body, in lower case', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (json, indent) => {
        const body = JSON.stringify(JSON.parse(json), null, indent)
        const doc = docOf(body)
        const clean = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD').toLowerCase()
        const lowered: unknown = JSON.parse(body, (_, value: unknown) => {
          if (typeof value === 'string') return clean(value)
          if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
          return Object.fromEntries(Object.entries(value).map(([key, member]) => [clean(key), member]))
        })
        expect(JSON.parse(doc ?? 'missing')).toEqual(lowered)
      }),
    )
  })

  it('never makes anything throw', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        const { text } = contentOf(body, [])
        expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
      }),
    )
  })
})

it('of a body that unpacks to megabytes takes the beginning as text, and no fields', () => {
  const body = new TextEncoder().encode(`{"first":"here","rest":"${'x'.repeat(CONTENT_BYTES)}","last":"there"}`)
  const { text, doc } = contentOf(body, ['its-id'])
  expect(text.length).toBeLessThan(CONTENT_BYTES + 100)
  expect(text).toContain('"first":"here"')
  expect(text).not.toContain('there')
  expect(text.endsWith('\nits-id')).toBe(true)
  expect(doc).toBeNull()
})
