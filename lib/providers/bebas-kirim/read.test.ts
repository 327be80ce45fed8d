import { describe, expect, it } from 'vitest'
import { eventTypes } from './events'
import { read } from './read'

type Type = keyof typeof eventTypes

const encode = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
const readJson = (body: unknown) => read({ headers: [], body: body instanceof Uint8Array ? body : encode(body) })
const sample = (type: Type) => JSON.parse(new TextDecoder().decode(eventTypes[type].sample))
const names = (reading: ReturnType<typeof read>) => reading.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)
const codes = (reading: ReturnType<typeof read>) => reading.problems.map(({ code }) => code)

const GOODS = ['product_id:ITEM-2024-001', 'sku:ABC-001']
const ORDER = ['order_id:ORD-2024-001', 'order_number:BBS-2024-0001']

describe('documented events', () => {
  it.each([
    ['item.created', 'product', 'Apple', GOODS],
    [
      'purchase.approved',
      'purchase',
      'PO-2024-001',
      ['purchase_id:PUR-2024-001', 'purchase_number:PO-2024-001', 'product_id:ITEM-2024-001'],
    ],
    [
      'inbound.received',
      'shipment',
      'INB-2024-001',
      ['inbound_id:INB-2024-001', 'purchase_number:PO-2024-001', ...GOODS],
    ],
    [
      'transfer.rejected',
      'transfer',
      'TRF-2024-001',
      ['transfer_id:TRF-2024-001', 'transfer_number:TRF-2024-001', ...GOODS],
    ],
    [
      'adjustment.completed',
      'adjustment',
      'ADJ-2024-001',
      ['adjustment_id:ADJ-2024-001', 'adjustment_number:ADJ-2024-001', ...GOODS],
    ],
    [
      'outbound.created',
      'shipment',
      'TRK987654321',
      ['outbound_id:OUT-2024-001', 'awb:TRK987654321', 'transfer_id:TRF-2024-001', ...GOODS],
    ],
    ['order.shipped', 'order', 'BBS-2024-0001', ORDER],
    ['order_cancel_partial', 'order', 'BBS-2024-0001', [...ORDER, 'sku:ABC-001', 'sku:ABC-002']],
    ['awb.changed', 'shipment', 'AWB-2024-001', ['awb:AWB-2024-001', ...ORDER]],
  ] as [Type, string, string, string[]][])(
    '%s is read to its subject and identifiers',
    (type, kind, label, identifiers) => {
      const reading = readJson(sample(type))
      expect(reading.eventType).toBe(type)
      expect(reading.subject).toEqual({ kind, label })
      expect(names(reading)).toEqual(identifiers)
      expect(reading.problems).toEqual([])
    },
  )

  it('may have a status that nobody documented', () => {
    const body = sample('order.packed')
    expect(readJson({ ...body, data: { ...body.data, status: 'teleported', hub: 7 } }).problems).toEqual([])
  })
})

describe('the dedupe key', () => {
  const key = (body: unknown) => readJson(body).dedupeKey

  it('is the same for a retry of the same bytes', () => {
    expect(key(sample('order.packed'))).toBe(key(sample('order.packed')))
    expect(key(sample('order.packed'))).toMatch(/^event:[0-9a-f]{64}$/)
  })

  it('differs for two events of the same second', () => {
    const packed = sample('order.packed')
    const others = [
      sample('order.shipped'),
      { ...packed, tenant_id: 'TEN-2' },
      { ...packed, data: { ...packed.data, order_id: 'ORD-2' } },
      { ...packed, data: { ...packed.data, note: 'changed' } },
    ]
    expect(new Set([packed, ...others].map(key)).size).toBe(5)
  })

  it('is that of the bytes where they cannot be read', () => {
    expect(key('{')).toMatch(/^body:[0-9a-f]{64}$/)
    expect(key('{')).toBe(key('{'))
    expect(key('{')).not.toBe(key('{{'))
  })
})

describe('the time', () => {
  it.each([
    [
      'the envelope',
      { timestamp: '2024-01-20T15:30:00Z', data: { updated_at: '2024-01-01T00:00:00Z' } },
      '2024-01-20T15:30:00.000Z',
    ],
    [
      'the data where the envelope has none',
      { data: { updated_at: '2024-01-01T00:00:00+07:00' } },
      '2023-12-31T17:00:00.000Z',
    ],
    [
      'the data where the envelope is absurd',
      { timestamp: '1970-01-01T00:00:00Z', data: { updated_at: '2024-01-01' } },
      '2024-01-01T00:00:00.000Z',
    ],
    ['nothing', { timestamp: 'soon', data: null }, undefined],
  ])('comes from %s', (_, body, expected) => {
    expect(readJson({ event: 'order.packed', ...body }).occurredAt?.toISOString()).toBe(expected)
  })
})

describe('the event type', () => {
  it.each([
    ['absent', undefined, 'nothing'],
    ['empty', '', '""'],
    ['a number', 7, 'number'],
    ['too long', 'a'.repeat(101), '"aaa'],
    ['no name', 'order\u0000packed', '"orderpacked"'],
  ])('that is %s is unknown, and missed', (_, event, came) => {
    const reading = readJson({ ...sample('order.packed'), event })
    expect(reading.eventType).toBe('unknown')
    expect(codes(reading)).toEqual(['missing_event_type'])
    expect(reading.problems[0]?.message).toContain(`received ${came}`)
  })

  it('that is new in a known group still names things', () => {
    for (const event of ['order.lost', 'order_cancel_full']) {
      const reading = readJson({ ...sample('order.packed'), event })
      expect(codes(reading)).toEqual(['unknown_event_type'])
      expect(names(reading)).toEqual(ORDER)
    }
    expect(names(readJson({ ...sample('order.packed'), event: 'weather.changed' }))).toEqual([])
  })
})

describe('bodies that are not as documented', () => {
  it.each([
    ['no data', { data: undefined }, 'data: expected object, received nothing'],
    ['data that is a list', { data: [] }, 'data: expected object, received array'],
    ['no tenant', { tenant_id: undefined }, 'tenant_id: expected string, received nothing'],
    ['a time that is none', { timestamp: 'noon' }, 'timestamp: expected an ISO 8601 time, received string'],
    ['a time of another type', { timestamp: 1_705_764_600 }, 'timestamp: expected string, received number'],
  ])('with %s are told', (_, change, message) => {
    for (const event of ['order.packed', 'order.lost']) {
      expect(readJson({ ...sample('order.packed'), event, ...change }).problems).toContainEqual({
        code: 'not_as_documented',
        message,
      })
    }
  })

  it('still name what they can', () => {
    expect(names(readJson({ event: 'awb.generated', data: { awb_number: 'jx1', order_number: 42 } }))).toEqual([
      'awb:JX1',
      'order_number:42',
    ])
  })

  it.each([
    ['', 'empty_body'],
    ['event=order.packed', 'not_json'],
    ['null', 'not_an_object'],
    [Uint8Array.of(0xff), 'not_utf8'],
  ])('such as %j are kept as unknown (%s)', (body, code) => {
    const reading = readJson(body)
    expect(reading).toMatchObject({ eventType: 'unknown', identifiers: [], subject: null, occurredAt: null })
    expect(codes(reading)).toEqual([code])
  })

  it('keep every digit of an identifier beyond 2^53', () => {
    const body = '{"event":"order.packed","data":{"order_id":12345678901234567890,"order_number":"BBS-1"}}'
    expect(names(readJson(body))).toEqual(['order_id:12345678901234567890', 'order_number:BBS-1'])
  })
})
