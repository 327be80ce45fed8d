import { describe, expect, it } from 'vitest'
import type { HeaderList } from '../provider'
import { eventTypes } from './events'
import { read } from './read'

const encode = (text: string) => new TextEncoder().encode(text)

function readJson(type: string | null, body: unknown, more: HeaderList = [['X-BitByBit-Webhook-Id', 'evt_1']]) {
  const headers: HeaderList = type === null ? more : [['X-BitByBit-Webhook-Event', type], ...more]
  return read({
    headers,
    body: body instanceof Uint8Array ? body : encode(typeof body === 'string' ? body : JSON.stringify(body)),
  })
}
const names = (reading: ReturnType<typeof read>) => reading.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)
const codes = (reading: ReturnType<typeof read>) => reading.problems.map(({ code }) => code)
const sample = (type: keyof typeof eventTypes) => JSON.parse(new TextDecoder().decode(eventTypes[type].sample))

const PERSON = ['customer_id:cust_abc123', 'email:john@example.com', 'phone:+6281234567890']

describe('documented events', () => {
  it.each([
    [
      'order.created',
      { kind: 'order', label: '1001' },
      ['order_number:1001', 'order_number:ORD-001', 'order_id:order_def456', ...PERSON],
    ],
    [
      'order.updated',
      { kind: 'order', label: 'ORD-001' },
      ['order_number:ORD-001', 'order_id:order_def456', 'customer_id:cust_abc123'],
    ],
    ['customer.created', { kind: 'customer', label: 'John Doe' }, PERSON],
    ['customer.deleted', { kind: 'customer', label: 'cust_abc123' }, ['customer_id:cust_abc123']],
    [
      'product.created',
      { kind: 'product', label: 'Premium T-Shirt' },
      ['product_id:prod_ghi789', 'product_id:PROD-001', 'sku:TSH-001'],
    ],
    ['product.deleted', { kind: 'product', label: 'prod_ghi789' }, ['product_id:prod_ghi789']],
    [
      'message.received',
      { kind: 'message', label: '+6281234567890' },
      ['message_id:msg_jkl012', 'phone:+6281234567890'],
    ],
    [
      'message.status.updated',
      { kind: 'message', label: '+6281234567890' },
      ['message_id:msg_mno345', 'phone:+6281234567890'],
    ],
  ] as const)('%s is read to its subject and identifiers', (type, subject, identifiers) => {
    const reading = readJson(type, sample(type))
    expect({ type: reading.eventType, subject: reading.subject }).toEqual({ type, subject })
    expect(names(reading)).toEqual(identifiers)
    expect(reading.problems).toEqual([])
  })

  it('take the name of a customer without a name from email, phone or id', () => {
    const { firstName, lastName, ...rest } = sample('customer.created')
    expect(readJson('customer.created', rest).subject?.label).toBe('john@example.com')
    expect(readJson('customer.created', { ...rest, email: null }).subject?.label).toBe('+6281234567890')
    expect(readJson('customer.created', { id: 'c1', firstName: 'Ana' }).subject?.label).toBe('Ana')
  })

  it('take an order without a usable number by its next name', () => {
    expect(readJson('order.updated', { ...sample('order.updated'), orderNumber: '-' }).subject?.label).toBe('ORD-001')
  })

  it('may have values and members that nobody documented', () => {
    const order = { ...sample('order.created'), status: 'quantum', financialStatus: 'barter', newMember: { deep: [1] } }
    expect(readJson('order.created', order).problems).toEqual([])
  })
})

describe('the event id', () => {
  it('is the dedupe key, without the space around it', () => {
    expect(readJson('order.created', {}, [['x-bitbybit-webhook-id', ' evt_9 ']]).dedupeKey).toBe('evt_9')
  })

  it.each([
    ['absent', []],
    ['empty', [['X-BitByBit-Webhook-Id', ' ']]],
    ['too long', [['X-BitByBit-Webhook-Id', 'x'.repeat(201)]]],
    ['unfit for storage', [['X-BitByBit-Webhook-Id', 'evt_\u0000']]],
  ] as [string, HeaderList][])('that is %s is replaced by type and body, and missed', (_, headers) => {
    const first = readJson('order.created', sample('order.created'), headers)
    expect(first.dedupeKey).toMatch(/^derived:[0-9a-f]{64}$/)
    expect(codes(first)).toEqual(['missing_event_id'])
    expect(readJson('order.created', sample('order.created'), headers).dedupeKey).toBe(first.dedupeKey)
    expect(readJson('order.updated', sample('order.created'), headers).dedupeKey).not.toBe(first.dedupeKey)
    expect(readJson('order.created', { id: 'another' }, headers).dedupeKey).not.toBe(first.dedupeKey)
  })
})

describe('the event type', () => {
  it.each([
    ['absent', null],
    ['empty', ''],
    ['too long', 'a'.repeat(101)],
    ['no name', 'order created!'],
  ])('that is %s is unknown, and missed', (_, type) => {
    const reading = readJson(type, { id: 'order_1' })
    expect(reading.eventType).toBe('unknown')
    expect(codes(reading)).toEqual(['missing_event_type'])
  })

  it('of a test event is kept, with nothing else to complain of', () => {
    const reading = readJson('webhook.test', { message: 'This is a test' })
    expect(reading).toMatchObject({ eventType: 'webhook.test', dedupeKey: 'evt_1', identifiers: [], subject: null })
    expect(codes(reading)).toEqual(['unknown_event_type'])
  })

  it('that is new in a known group still names things', () => {
    const reading = readJson('order.cancelled', sample('order.created'))
    expect(codes(reading)).toEqual(['unknown_event_type'])
    expect(names(reading)).toContain('order_number:1001')
    expect(names(readJson('message.sent', { messageId: 'm1', from: '+6281', to: '+6282' }))).toEqual(['message_id:m1'])
  })

  it.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', (type) => {
    expect(readJson(type, { id: '1' })).toMatchObject({
      eventType: type,
      identifiers: [],
      problems: [{ code: 'unknown_event_type' }],
    })
  })
})

describe('the time', () => {
  it.each([
    ['the header', '1700000000', { updatedAt: '2024-01-16T14:00:00.000Z' }, '2023-11-14T22:13:20.000Z'],
    [
      'the body where the header is absurd',
      '17',
      { updatedAt: '2024-01-16T14:00:00.000Z' },
      '2024-01-16T14:00:00.000Z',
    ],
    ['createdAt', '', { createdAt: '2024-01-15T10:30:00.000Z' }, '2024-01-15T10:30:00.000Z'],
    ['receivedAt', 'soon', { receivedAt: '2024-01-15T10:30:00.000Z' }, '2024-01-15T10:30:00.000Z'],
    ['nothing', '', { createdAt: 'yesterday' }, undefined],
  ])('comes from %s', (_, header, body, expected) => {
    const reading = readJson('order.updated', body, [['X-BitByBit-Webhook-Timestamp', header]])
    expect(reading.occurredAt?.toISOString()).toBe(expected)
  })
})

describe('bodies that are not as documented', () => {
  it('are told by path and type, never by value', () => {
    const { orderId, ...rest } = sample('order.created')
    const order = { ...rest, total: '150000-secret', lineItems: [{ id: 'l', quantity: null, price: 1, title: 't' }] }
    expect(readJson('order.created', order).problems).toEqual([
      {
        code: 'not_as_documented',
        message:
          'orderId: expected string, received nothing; total: expected number, received string; lineItems[0].quantity: expected number, received null',
      },
    ])
  })

  it('are told in at most 300 characters, and still name what they can', () => {
    const reading = readJson('order.created', { orderNumber: '#7', lineItems: Array(5000).fill(1) })
    expect(names(reading)).toEqual(['order_number:7'])
    expect(reading.problems[0]?.message.length).toBeLessThanOrEqual(300)
    expect(reading.problems[0]?.message).toMatch(/; and \d+ more$/)
  })

  it.each([
    ['', 'empty_body'],
    ['nope', 'not_json'],
    ['[1]', 'not_an_object'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), 'not_utf8'],
  ])('such as %j keep their type and id (%s)', (body, code) => {
    const reading = readJson('order.created', body)
    expect(reading).toMatchObject({ eventType: 'order.created', dedupeKey: 'evt_1', identifiers: [], subject: null })
    expect(codes(reading)).toEqual([code])
  })

  it('keep every digit of an identifier beyond 2^53', () => {
    const body = '{"id":12345678901234567890,"orderNumber":9007199254740993,"note":"1234567890123456789 \\" 1"}'
    expect(names(readJson('order.created', body))).toEqual([
      'order_number:9007199254740993',
      'order_id:12345678901234567890',
    ])
    expect(readJson('order.created', body).subject?.label).toBe('9007199254740993')
  })

  it('name nothing by inherited members', () => {
    expect(names(readJson('order.created', '{"__proto__":{"id":"x","orderNumber":"1001"}}'))).toEqual([])
  })

  it('leave out values that cannot be stored and clean those that are shown', () => {
    const reading = readJson(
      'customer.created',
      '{"id":"a\\u0000b","email":"\\ud800@x.id","firstName":"A\\u0007na \\ud83d","lastName":"\\u202eDoe"}',
    )
    expect(reading.identifiers).toEqual([])
    expect(reading.subject).toEqual({ kind: 'customer', label: 'Ana Doe' })
  })

  it('name at most 100 things, the subject first', () => {
    const variants = Array.from({ length: 500 }, (_, index) => ({ inventorySku: `SKU-${index}` }))
    const found = names(readJson('product.created', { variants, productId: 'P1', id: 'p' }))
    expect(found).toHaveLength(100)
    expect(found.slice(0, 3)).toEqual(['product_id:p', 'product_id:P1', 'sku:SKU-0'])
  })

  it('clip a long label to 120 characters', () => {
    expect(readJson('product.created', { name: 'é'.repeat(4000) }).subject?.label).toHaveLength(120)
  })
})
