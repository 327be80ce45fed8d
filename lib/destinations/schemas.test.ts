import { describe, expect, it } from 'vitest'
import { changeDestinationSchema, createDestinationSchema, MASKED_VALUE } from './schemas'

const plain = { name: 'Gudang', url: 'https://shop.example/hook' }
const isTaken = (parts: object) => createDestinationSchema.safeParse({ ...plain, ...parts }).success

describe('a destination', () => {
  it('needs a name and a URL', () => {
    expect(createDestinationSchema.parse(plain)).toEqual({
      ...{ ...plain, providers: [], sources: [], eventTypes: [], headers: {}, forwardHeaders: [] },
      ...{ timeoutMs: 15_000, ratePerSecond: null, enabled: true },
    })
    expect(createDestinationSchema.safeParse({ name: 'Gudang' }).success).toBe(false)
  })

  it.each([
    { url: 'ftp://shop.example/' },
    { url: 'https://user:pass@shop.example/' },
    { url: 'shop.example' },
    { url: 'https://shop.example/\u0000' },
    { name: 'a\u0000b' },
    { name: 'a\ud800b' },
    { timeoutMs: 99 },
    { timeoutMs: 60_001 },
    { ratePerSecond: 0 },
    { eventTypes: ['order created'] },
    { headers: { Host: 'x' } },
    { headers: { 'Content-Length': '1' } },
    { headers: { 'Webhook-Signature': 'x' } },
    { headers: { 'jejak-event-id': 'x' } },
    { headers: { 'X Key': 'x' } },
    { headers: { 'X-Key': 'a\r\nX-Evil: b' } },
    { headers: { 'X-Key': 'ü' } },
    { headers: { 'X-Key': MASKED_VALUE } },
    { headers: { 'X-Key': '1', 'x-key': '2' } },
    { forwardHeaders: ['Host'] },
    { forwardHeaders: ['transfer-encoding'] },
    { forwardHeaders: ['webhook-id'] },
    { colour: 'red' },
  ])('cannot have %j', (parts) => {
    expect(isTaken(parts)).toBe(false)
  })

  it.each([
    { url: 'http://192.168.1.7:8080/x?y=z' },
    { eventTypes: ['order.*', 'order_cancel_partial', '*'] },
    { headers: { Authorization: 'Bearer abc', 'X-Empty': '' } },
    { forwardHeaders: ['X-Trace', 'Content-Language'] },
    { ratePerSecond: 0.1 },
  ])('can have %j', (parts) => {
    expect(isTaken(parts)).toBe(true)
  })
})

it('a change may send a masked header value back, and may name nothing', () => {
  expect(changeDestinationSchema.parse({ headers: { 'X-Key': MASKED_VALUE } })).toEqual({
    headers: { 'X-Key': MASKED_VALUE },
  })
  expect(changeDestinationSchema.parse({})).toEqual({})
  expect(changeDestinationSchema.safeParse({ headers: { 'X-Key': `${MASKED_VALUE}x` } }).success).toBe(false)
})
