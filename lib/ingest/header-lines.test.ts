import { expect, it } from 'vitest'
import { fromHeaderLines, toHeaderLines } from './header-lines'

it.each([
  [[]],
  [[['Host', 'localhost']]],
  [
    [
      ['X-Empty', ''],
      ['x-empty', ''],
      ['Accept', 'a: b'],
      ['Accept', 'c'],
      ['X-Latin', '\u00e9 : '],
    ],
  ],
] as [[string, string][]][])('%o comes back as it was', (headers) =>
  expect(fromHeaderLines(toHeaderLines(headers))).toEqual(headers),
)
