import { describe, expect, it } from 'vitest'
import { normalise, type Scheme } from './identifiers'

describe('an identifier is compared', () => {
  it.each([
    ['phone', '0812-3456-7890', '+6281234567890'],
    ['phone', '62812 3456 7890', '+6281234567890'],
    ['phone', '+62 812-3456-7890', '+6281234567890'],
    ['phone', 6281234567890, '+6281234567890'],
    ['phone', '+1 415 555 2671', '+14155552671'],
    ['email', ' John@Example.COM ', 'john@example.com'],
    ['order_number', ' #1001 ', '1001'],
    ['order_number', '# #bbs-1', 'BBS-1'],
    ['order_number', 1001, '1001'],
    ['order_number', '12345678901234567890', '12345678901234567890'],
    ['sku', 'abc-001', 'ABC-001'],
    ['awb', 'trk9', 'TRK9'],
    ['order_id', 'order_Def456', 'order_Def456'],
  ] as [Scheme, unknown, string][])('%s %j as %j', (scheme, raw, value) => {
    expect(normalise(scheme, raw)).toBe(value)
  })

  it.each([
    ['order_id', ''],
    ['order_id', ' - '],
    ['order_number', '#'],
    ['order_number', '#N/A'],
    ['order_id', 'x'.repeat(201)],
    ['sku', 'ß'.repeat(150)],
    ['order_id', 'a\u0000b'],
    ['order_id', '\ud800'],
    ['order_id', 2 ** 53],
    ['order_id', 1.5],
    ['order_id', null],
    ['order_id', { id: 1 }],
    ['order_id', true],
    ['phone', '12'],
    ['phone', 'hello'],
    ['email', 'no at sign'],
  ] as [Scheme, unknown][])('not at all where it names nothing: %s %j', (scheme, raw) => {
    expect(normalise(scheme, raw)).toBeNull()
  })
})
