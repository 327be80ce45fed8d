import { expect, it } from 'vitest'
import { clean } from './label'

it.each([
  ['a NUL, a bell and a delete go', 'a\u0000b\u0007c\u007fd', 'abcd'],
  ['marks that turn the writing around go', '\u202eabc\u2066', 'abc'],
  ['lone surrogates go, pairs stay', '\ud83d x \ud83d\ude00', 'x \ud83d\ude00'],
  ['joined emoji stay joined', '\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u200d\u{1f4bb}'],
  ['what is too long ends in an ellipsis', 'x'.repeat(11), `${'x'.repeat(9)}…`],
  ['no pair is cut in two', `${'x'.repeat(8)}\u{1f600}xxxx`, `${'x'.repeat(8)}…`],
  ['blank text is empty, however long', ' '.repeat(50), ''],
  ['what fits exactly stays', 'x'.repeat(10), 'x'.repeat(10)],
])('%s', (_, text, expected) => {
  expect(clean(text, 10)).toBe(expected)
})
