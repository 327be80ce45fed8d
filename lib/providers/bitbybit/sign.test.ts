import { expect, it } from 'vitest'
import { sign } from './sign'

const input = {
  eventType: 'customer.created',
  body: new TextEncoder().encode('{"id":"cust_abc123"}'),
  secret: { id: 's1', value: 'whsec_test' },
  now: new Date(1_700_000_000_999),
}

it('a delivery is signed with the headers that are documented', () => {
  expect(sign({ ...input, eventId: 'evt_1' })).toEqual([
    ['Content-Type', 'application/json'],
    ['User-Agent', 'BitByBit-Webhooks/1.0'],
    ['X-BitByBit-Webhook-Id', 'evt_1'],
    ['X-BitByBit-Webhook-Event', 'customer.created'],
    ['X-BitByBit-Webhook-Timestamp', '1700000000'],
    // Computed with Python's hmac.
    [
      'X-BitByBit-Webhook-Signature',
      't=1700000000,v1=a4be89abc908353a3c56d0c3761d792df1f1147f527edbe0e7bb36dddd389f0c',
    ],
  ])
})

it('an event without an id of its own gets one from type and body, the same each time', () => {
  const id = (changes: Partial<typeof input>) => sign({ ...input, ...changes })[2]?.[1]
  expect(id({})).toMatch(/^evt_[0-9a-f]{24}$/)
  expect(id({ now: new Date(0), secret: { id: 's2', value: 'other' } })).toBe(id({}))
  expect(id({ eventType: 'customer.updated' })).not.toBe(id({}))
})
