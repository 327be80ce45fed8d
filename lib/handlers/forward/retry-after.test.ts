import { expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after'

const NOW = new Date('1994-11-06T08:49:00Z')

it.each([
  ['30', 30_000],
  [' 1 ', 1_000],
  ['86400', 86_400_000],
  ['86401', 86_400_000],
  ['999999999999', 86_400_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
  ['Sun Nov  6 08:49:37 1994', 37_000],
  ['Sun, 06 Nov 2044 08:49:37 GMT', 86_400_000],
  ['Sun, 06 Nov 1994 08:48:00 GMT', null],
  ['0', null],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['5 apples', null],
  ['Mon, 99 Foo 1994 08:49:37 GMT', null],
  ['', null],
  [null, null],
])('%j asks to wait %s ms', (value, waitMs) => {
  expect(parseRetryAfter(value, NOW)).toBe(waitMs)
})
