import { expect, it } from 'vitest'
import { headerValue } from './headers'

it('a header is found whatever its case, and repeats are joined in order', () => {
  const headers = [
    ['A', '1'],
    ['X-Name', 'one'],
    ['x-name', 'two'],
    ['X-NAME', ''],
    ['X-Names', 'no'],
  ] as const
  expect(headerValue(headers, 'X-Name')).toBe('one, two, ')
  expect(headerValue(headers, 'x-other')).toBeNull()
  expect(headerValue([['x', '']], 'X')).toBe('')
})
