import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, splitRaw } from './raw-text'

const utf8 = (text: string) => new TextEncoder().encode(text)
const shown = (bytes: Uint8Array) =>
  splitRaw(bytes)
    .map((part) => part.text)
    .join('')
const oddities = (bytes: Uint8Array) => splitRaw(bytes).filter((part) => part.kind === 'oddity')

describe('splitRaw', () => {
  it('shows valid text as it is, in one part', () => {
    expect(splitRaw(utf8('{"a":"é 漢 😀"}\n\t'))).toEqual([{ kind: 'text', text: '{"a":"é 漢 😀"}\n\t' }])
  })

  it('shows every invalid byte by its value', () => {
    expect(shown(Uint8Array.of(0x61, 0xff, 0xfe, 0x62))).toBe('a\\xFF\\xFEb')
  })

  it('shows a cut, an overlong and a surrogate sequence byte by byte', () => {
    expect(shown(Uint8Array.of(0xe6, 0xbc))).toBe('\\xE6\\xBC')
    expect(shown(Uint8Array.of(0xc0, 0xaf))).toBe('\\xC0\\xAF')
    expect(shown(Uint8Array.of(0xed, 0xa0, 0x80))).toBe('\\xED\\xA0\\x80')
  })

  it('marks what cannot be seen: a byte order mark, NUL, a reordering character', () => {
    expect(shown(utf8('\ufeffa\u0000b\u202ec'))).toBe('\\u{FEFF}a\\u{0000}b\\u{202E}c')
    expect(oddities(utf8('\ufeff{}'))[0]?.of).toBe('byteOrderMark')
  })

  it('drops nothing: each byte that is not shown as text is shown by its value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const rebuilt = splitRaw(bytes).flatMap((part) => [...bytesOf(part)])
        expect(rebuilt).toEqual([...bytes])
      }),
    )
  })
})

describe('decode', () => {
  it('is null for invalid UTF-8 and keeps a byte order mark', () => {
    expect(decode(Uint8Array.of(0xff))).toBeNull()
    expect(decode(utf8('\ufeff1'))).toBe('\ufeff1')
  })
})

function bytesOf(part: ReturnType<typeof splitRaw>[number]): Uint8Array {
  if (part.kind === 'text') return utf8(part.text)
  const values = [...part.text.matchAll(/\\x([0-9A-F]{2})|\\u\{([0-9A-F]+)\}/g)]
  return Uint8Array.from(
    values.flatMap(([, byte, code]) =>
      byte ? [Number.parseInt(byte, 16)] : [...utf8(String.fromCodePoint(Number.parseInt(code ?? '', 16)))],
    ),
  )
}
