import { expect, it } from 'vitest'
import { timingSafeSame } from './timing-safe'

it('strings are the same only where every character is, whatever their lengths', () => {
  expect(timingSafeSame('', '')).toBe(true)
  expect(timingSafeSame('kéy', 'kéy')).toBe(true)
  expect(timingSafeSame('key', 'key ')).toBe(false)
  expect(timingSafeSame('key', '')).toBe(false)
  // The same bytes in UTF-8 (both become the replacement character) and in Latin-1 (the high byte is dropped).
  expect(timingSafeSame('\ud800', '\ufffd')).toBe(false)
  expect(timingSafeSame('\u0161', 'a')).toBe(false)
})
