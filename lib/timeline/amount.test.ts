import { expect, it } from 'vitest'
import { formatRupiah } from './amount'

it.each([
  [150000, 'Rp150.000'],
  ['150000', 'Rp150.000'],
  ['0150000.00', 'Rp150.000'],
  ['1250.50', 'Rp1.250,5'],
  [-500, '-Rp500'],
  [0, 'Rp0'],
  ['12345678901234567890', 'Rp12.345.678.901.234.567.890'],
])('writes %s as %s', (amount, words) => {
  expect(formatRupiah(amount)).toBe(words)
})

it.each(['1e5', 'Rp5', '', null, { a: 1 }, '1,5'])('leaves %j as it is', (amount) => {
  expect(formatRupiah(amount)).toBeNull()
})
