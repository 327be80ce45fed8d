import { describe, expect, it } from 'vitest'
import { bebasKirim } from '.'
import { eventTypes } from './events'

const order = { kind: 'order', names: ['order_id:ORD-2024-001', 'order_number:BBS-2024-0001'] }
const parcel = { kind: 'shipment', names: ['awb:AWB-2024-001'] }
const apple = { kind: 'product', names: ['product_id:ITEM-2024-001', 'sku:ABC-001'] }
const jakarta = { id: 'WH-001', code: 'WH-001', name: 'Jakarta Warehouse' }
const surabaya = { id: 'WH-002', code: 'WH-002', name: 'Surabaya Warehouse' }
const AT = '2024-01-20T15:30:00.000Z'

const text = (body: Uint8Array) => new TextDecoder().decode(body)
const sample = (type: keyof typeof eventTypes) => JSON.parse(text(eventTypes[type].sample))
const sayAll = (type: keyof typeof eventTypes) => say(type, sample(type))

function say(eventType: string, body: unknown) {
  return bebasKirim.facts({ eventType, headers: [], body: new TextEncoder().encode(JSON.stringify(body)) })
}

describe('the documented samples', () => {
  it.each([
    ['order.draft', 'draft'],
    ['order.to_process', 'to_process'],
    ['order.in_process', 'in_process'],
    ['order.packed', 'packed'],
    ['order.ready_for_pickup', 'ready_for_pickup'],
    ['order.pending_waybill', 'awaiting_awb'],
    ['order.shipped', 'shipped'],
    ['order.completed', 'completed'],
    ['order.returned', 'returned'],
    ['order.refunded', 'refunded'],
  ] as const)('%s: the order is now %s', (type, state) => {
    const status = type.replace('order.', '')
    expect(sayAll(type)).toEqual([{ fact: 'state', ...order, set: { state, status } }])
  })

  it('order_cancel_partial: what was cancelled and what is left', () => {
    expect(sayAll('order_cancel_partial')).toEqual([
      {
        fact: 'state',
        ...order,
        set: {
          state: 'partly_cancelled',
          status: 'partial_cancelled',
          lines: [{ sku: 'ABC-002', name: 'Product B', quantity: 2, price: 75000 }],
          cancelled: [{ sku: 'ABC-001', name: 'Product A', quantity: 1, price: 50000 }],
        },
      },
      { fact: 'relation', relation: 'contains', from: order, to: { kind: 'product', names: ['sku:ABC-001'] } },
      { fact: 'relation', relation: 'contains', from: order, to: { kind: 'product', names: ['sku:ABC-002'] } },
    ])
  })

  it.each([
    ['awb.generated', 'generated'],
    ['awb.changed', 'changed'],
  ] as const)('%s: the parcel, the AWB of the order, and that the one delivers the other', (type, status) => {
    expect(sayAll(type)).toEqual([
      {
        fact: 'state',
        ...parcel,
        set: { state: `awb_${status}`, status, awb: 'AWB-2024-001', courier: 'JNE', service: 'REG' },
      },
      { fact: 'state', ...order, set: { awb: 'AWB-2024-001' } },
      { fact: 'relation', relation: 'delivers', from: parcel, to: order },
    ])
  })

  it('item.published: the product', () => {
    expect(sayAll('item.published')).toEqual([
      {
        fact: 'state',
        ...apple,
        set: {
          state: 'published',
          status: 'published',
          name: 'Apple',
          category: 'Fruit',
          brand: 'Apple',
          basePrice: 10000,
          price: 20000,
        },
      },
    ])
  })

  it('purchase.approved: the purchase and its goods', () => {
    const purchase = { kind: 'purchase', names: ['purchase_id:PUR-2024-001', 'purchase_number:PO-2024-001'] }
    expect(sayAll('purchase.approved')).toEqual([
      {
        fact: 'state',
        ...purchase,
        set: {
          state: 'approved',
          status: 'approved',
          subtotal: 100000,
          discount: 0,
          total: 100000,
          expectedArrival: AT,
          lines: [{ productId: 'ITEM-2024-001', quantity: 100, price: 10000, total: 100000 }],
        },
      },
      {
        fact: 'relation',
        relation: 'contains',
        from: purchase,
        to: { kind: 'product', names: ['product_id:ITEM-2024-001'] },
      },
    ])
  })

  it('inbound.received: the shipment, the purchase that it receives, the goods and how they came', () => {
    const inbound = { kind: 'shipment', names: ['inbound_id:INB-2024-001'] }
    const [state, ...relations] = sayAll('inbound.received')
    expect(state).toEqual({
      fact: 'state',
      ...inbound,
      set: {
        state: 'received',
        status: 'received',
        direction: 'inbound',
        to: jakarta,
        expectedArrival: AT,
        arrivedAt: AT,
        lines: [
          {
            productId: 'ITEM-2024-001',
            sku: 'ABC-001',
            name: 'Apple',
            quantity: 100,
            price: 10000,
            expected: 100,
            received: 100,
            damaged: 0,
          },
        ],
      },
    })
    const purchase = { kind: 'purchase', names: ['purchase_number:PO-2024-001'] }
    expect(relations).toEqual([
      { fact: 'relation', relation: 'receives', from: inbound, to: purchase },
      { fact: 'relation', relation: 'contains', from: inbound, to: apple },
    ])
  })

  it('transfer.rejected: where from and where to', () => {
    expect(sayAll('transfer.rejected')[0]).toMatchObject({
      kind: 'transfer',
      set: { state: 'rejected', from: jakarta, to: surabaya },
    })
  })

  it('adjustment.completed: which way, why and what', () => {
    expect(sayAll('adjustment.completed')[0]).toMatchObject({
      kind: 'adjustment',
      set: {
        state: 'completed',
        direction: 'increase',
        reason: 'Stock correction',
        stock: 'good',
        place: jakarta,
        total: 500000,
        lines: [{ sku: 'ABC-001', quantity: 10, price: 50000, total: 500000 }],
      },
    })
  })

  it('outbound.created: its state by the type, its status as given, the transfer that it carries', () => {
    const outbound = { kind: 'shipment', names: ['outbound_id:OUT-2024-001', 'awb:TRK987654321'] }
    const facts = sayAll('outbound.created')
    expect(facts[0]).toMatchObject({
      ...outbound,
      set: {
        state: 'created',
        status: 'shipped',
        direction: 'outbound',
        awb: 'TRK987654321',
        courier: 'JNE',
        from: jakarta,
        to: surabaya,
        departedAt: AT,
        lines: [{ sku: 'ABC-001', shipped: 50, received: 50, pending: 0 }],
      },
    })
    const transfer = { kind: 'transfer', names: ['transfer_id:TRF-2024-001'] }
    expect(facts).toContainEqual({ fact: 'relation', relation: 'carries', from: outbound, to: transfer })
  })
})

it('an unknown status is kept as given, and changes nothing else', () => {
  const body = sample('order.packed')
  body.data.status = 'teleported'
  expect(say('order.packed', body)).toEqual([
    { fact: 'state', ...order, set: { state: 'packed', status: 'teleported' } },
  ])
  expect(say('order.teleported', body)).toEqual([{ fact: 'state', ...order, set: { status: 'teleported' } }])
})

it('goods that are named twice are related once, and every line is kept', () => {
  const body = sample('inbound.created')
  body.data.items = [body.data.items[0], { ...body.data.items[0], quantity: 1 }, { sku: 'N/A' }]
  const facts = say('inbound.created', body)
  expect(facts.filter((fact) => fact.fact === 'relation' && fact.relation === 'contains')).toHaveLength(1)
  expect(facts[0]).toMatchObject({ set: { lines: [{ quantity: 100 }, { quantity: 1 }] } })
})

it('a body without the envelope says nothing', () => {
  for (const body of [{ order_id: 'O1', status: 'packed' }, { data: null }, { data: [] }, { data: 'x' }]) {
    expect(say('order.packed', body)).toEqual([])
  }
})
