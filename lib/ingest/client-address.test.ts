import { expect, it } from 'vitest'
import { clientAddress } from './client-address'

it.each<[string | undefined, string | string[] | null, boolean, string | null]>([
  ['203.0.113.9', null, false, '203.0.113.9'],
  ['::ffff:203.0.113.9', null, false, '203.0.113.9'],
  ['203.0.113.9', '198.51.100.1', false, '203.0.113.9'],
  ['10.0.0.1', '198.51.100.1', true, '198.51.100.1'],
  ['10.0.0.1', 'made-up, 198.51.100.1', true, '198.51.100.1'],
  ['10.0.0.1', ' ', true, '10.0.0.1'],
  [undefined, null, false, null],
])('of peer %s with X-Forwarded-For %o, trusted: %s, is %s', (peer, forwarded, trusted, address) =>
  expect(clientAddress(peer, () => forwarded, trusted)).toBe(address),
)
