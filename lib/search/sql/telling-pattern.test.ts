import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tellingPattern } from './telling-pattern'

it.each([
  ['sambal bawang', 'sambal bawang'],
  ['100% of_it \\', '100\\% of\\_it \\\\'],
  ['ord-2026-64954', '64954'],
  ['ord-2026-1200', 'ord-____-1200'],
  ['ord-2026-33333', 'ord-____-33333'],
  ['ord-2026-20242', 'ord-______0242'],
  ['ord-2026-205', 'ord-____-205'],
  ['rp 20000', 'rp 20000'],
  ['2026-1200-jkt', '-1200-jkt'],
  ['ord%2026 1200', 'ord\\%____ 1200'],
  ['jne 😀 2026 1200', 'jne ______ 1200'],
  ['jne 6281234567890', '6281234567890'],
])('asks the index for what tells most of "%s"', (text, pattern) => {
  expect(tellingPattern(text)).toBe(pattern)
})

it('asks for nothing that a text might lack', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '2026',
      '20242',
      '33333',
      '-',
      ' ',
      '.',
      '%',
      '_',
      '\\',
      'é',
      'ord',
      'x',
      '😀',
      '12',
      '1200',
      '64954',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('').toLowerCase()
      expect(text).toMatch(likeOf(tellingPattern(text)))
    }),
    { numRuns: 2000 },
  )
})

/** What PostgreSQL makes of `LIKE` and the pattern between two `%`. */
function likeOf(pattern: string): RegExp {
  const parts = pattern.match(/\\.|./gsu) ?? []
  const plain = (part: string) => part.replace(/^\\/, '').replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&')
  return new RegExp(parts.map((part) => (part === '_' ? '.' : plain(part))).join(''), 'su')
}
