import { describe, expect, it } from 'vitest'
import { bitbybit } from '.'
import { eventTypes } from './events'

const JOHN = ['customer_id:cust_abc123', 'email:john@example.com', 'phone:+6281234567890']
const ORDER = ['order_number:1001', 'order_number:ORD-001', 'order_id:order_def456']

const order = { kind: 'order', names: ORDER }
const customer = { kind: 'customer', names: JOHN }
const phone = { kind: 'customer', names: ['phone:+6281234567890'] }

const text = (body: Uint8Array) => new TextDecoder().decode(body)
const sample = (type: keyof typeof eventTypes) => JSON.parse(text(eventTypes[type].sample))

function say(eventType: string, body: unknown) {
  const json = typeof body === 'string' ? body : JSON.stringify(body)
  return bitbybit.facts({ eventType, headers: [], body: new TextEncoder().encode(json) })
}

describe('the documented samples', () => {
  it('customer.created: who the customer is', () => {
    expect(say('customer.created', sample('customer.created'))).toEqual([
      {
        fact: 'state',
        ...customer,
        set: { name: 'John Doe', email: 'john@example.com', phone: '+6281234567890', tags: ['new-customer'] },
      },
    ])
  })

  it('customer.deleted and product.deleted: that it is gone', () => {
    expect(say('customer.deleted', sample('customer.deleted'))).toEqual([
      { fact: 'state', kind: 'customer', names: ['customer_id:cust_abc123'], set: { state: 'deleted' } },
    ])
    expect(say('product.deleted', sample('product.deleted'))).toEqual([
      { fact: 'state', kind: 'product', names: ['product_id:prod_ghi789'], set: { state: 'deleted' } },
    ])
  })

  it('order.created: the order, its customer, and that the one placed the other', () => {
    expect(say('order.created', sample('order.created'))).toEqual([
      {
        fact: 'state',
        ...order,
        set: {
          status: 'active',
          payment: 'pending',
          fulfilment: 'unfulfilled',
          total: 150000,
          lines: [{ id: 'li_001', name: 'Premium T-Shirt', quantity: 2, price: 75000 }],
          tags: [],
        },
      },
      { fact: 'state', ...customer, set: { name: 'John Doe', email: 'john@example.com', phone: '+6281234567890' } },
      { fact: 'relation', relation: 'placed_by', from: order, to: customer },
    ])
  })

  it('order.updated: what it is now, by the names that it gives', () => {
    const names = ['order_number:ORD-001', 'order_id:order_def456']
    expect(say('order.updated', sample('order.updated'))[0]).toEqual({
      fact: 'state',
      kind: 'order',
      names,
      set: { status: 'active', payment: 'paid', fulfilment: 'fulfilled', total: 150000, lines: [], tags: [] },
    })
  })

  it('product.created: the product and its variants, each by a SKU of its own', () => {
    const product = { kind: 'product', names: ['product_id:prod_ghi789', 'product_id:PROD-001'] }
    expect(say('product.created', sample('product.created'))).toEqual([
      {
        fact: 'state',
        ...product,
        set: {
          name: 'Premium T-Shirt',
          variants: [{ id: 'var_001', sku: 'TSH-001', name: 'Default', price: 75000 }],
          tags: ['apparel'],
        },
      },
      { fact: 'relation', relation: 'has_variant', from: product, to: { kind: 'product', names: ['sku:TSH-001'] } },
    ])
  })

  it('message.received: the message, and the last one of its customer', () => {
    const message = { kind: 'message', names: ['message_id:msg_jkl012'] }
    const told = {
      direction: 'inbound',
      text: 'Hi, I have a question about my order',
      channel: 'WHATSAPP_META',
      at: '2024-01-15T10:30:00.000Z',
    }
    expect(say('message.received', sample('message.received'))).toEqual([
      { fact: 'state', ...message, set: told },
      { fact: 'state', ...phone, set: { phone: '+6281234567890', lastMessage: { id: 'msg_jkl012', ...told } } },
      { fact: 'relation', relation: 'exchanged_with', from: message, to: phone },
    ])
  })

  it('message.status.updated: how far the message to the customer came', () => {
    expect(say('message.status.updated', sample('message.status.updated'))[1]).toEqual({
      fact: 'state',
      ...phone,
      set: {
        phone: '+6281234567890',
        lastMessage: { id: 'msg_mno345', direction: 'outbound', template: 'order_confirmation', status: 'sent' },
      },
    })
  })
})

describe('what the payload does not say', () => {
  it('is not said: absent, null and unfit members are skipped', () => {
    const body = { id: 'o1', status: '', total: 'much', currency: null, lineItems: [1, null], tags: 'vip', customer: 7 }
    expect(say('order.updated', body)).toEqual([])
    expect(say('order.updated', { ...body, status: 'active' })).toEqual([
      { fact: 'state', kind: 'order', names: ['order_id:o1'], set: { status: 'active' } },
    ])
  })

  it('of something without a usable name is not said of anything', () => {
    const { id, orderId, orderNumber, ...rest } = sample('order.created')
    expect(say('order.created', { ...rest, orderNumber: '-' })).toEqual([
      { fact: 'state', ...customer, set: { name: 'John Doe', email: 'john@example.com', phone: '+6281234567890' } },
    ])
  })

  it('is told apart from what it says is empty', () => {
    expect(say('customer.updated', { id: 'c1', tags: [] })).toEqual([
      { fact: 'state', kind: 'customer', names: ['customer_id:c1'], set: { tags: [] } },
    ])
  })

  it('is said by two names alone: that they belong together', () => {
    expect(say('order.updated', { id: 'o1', orderId: 'A-1' })).toEqual([
      { fact: 'state', kind: 'order', names: ['order_number:A-1', 'order_id:o1'], set: {} },
    ])
  })
})

describe('values', () => {
  it('keep every digit, and are numbers where a number keeps them', () => {
    const body =
      '{"id":12345678901234567890,"total":98765432109876543210,"lineItems":[{"quantity":"2","price":1234567890123456}]}'
    expect(say('order.updated', body)).toEqual([
      {
        fact: 'state',
        kind: 'order',
        names: ['order_id:12345678901234567890'],
        set: { total: '98765432109876543210', lines: [{ quantity: 2, price: 1234567890123456 }] },
      },
    ])
  })

  it('of contacts are brought to the form in which they are compared', () => {
    const body = {
      id: 'c1',
      email: ' John@Example.COM ',
      phoneNumber: '0812-3456-7890',
      firstName: 'John',
      lastName: null,
    }
    expect(say('customer.updated', body)[0]).toMatchObject({
      set: { name: 'John', email: 'john@example.com', phone: '+6281234567890' },
    })
  })

  it('of statuses are kept as given, known or not', () => {
    expect(say('order.updated', { id: 'o1', status: 'Quantum', financialStatus: 'BARTER' })[0]).toMatchObject({
      set: { status: 'Quantum', payment: 'BARTER' },
    })
  })

  it('of texts are clipped and cleaned', () => {
    const [fact] = say('message.received', { messageId: 'm1', body: `a\u0000b${'x'.repeat(9000)}` })
    expect(fact?.fact === 'state' && fact.kind === 'message' && fact.set.text).toMatch(/^abx{497}…$/)
  })
})

it('a new type of a known group still says what it can; of an unknown group, nothing', () => {
  expect(say('order.cloned', sample('order.created'))).toEqual(say('order.created', sample('order.created')))
  expect(say('webhook.test', { message: 'This is a test', id: 'x' })).toEqual([])
})
