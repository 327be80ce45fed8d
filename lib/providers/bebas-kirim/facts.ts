import type { Fact } from '../facts'
import { isObject, member, parseBody } from '../json'
import type { FactsInput } from '../provider'
import { readerOf } from '../reading'
import { type States, type Telling, tell } from '../tell'
import { layout } from './layout'

/** What an event says, from the envelope's `data`: see `Provider.facts`. */
export function facts({ eventType, body }: FactsInput): Fact[] {
  const parsed = parseBody(body)
  const reader = readerOf(layout, { tellings, states }, eventType)
  const data = parsed.ok ? member(parsed.exact, 'data') : null
  return reader && isObject(data) ? tell(reader, eventType, data) : []
}

const goods = { productId: 'id', sku: 'sku', name: 'name', quantity: 'quantity' } as const
const soldGoods = { sku: 'sku', name: 'product_name', quantity: 'quantity', price: 'price' } as const

const receivedLines = {
  under: 'items',
  read: {
    ...goods,
    price: 'unit_price',
    expected: 'expected_quantity',
    received: 'good_received_quantity',
    damaged: 'damaged_received_quantity',
  },
} as const

const place = (under: string) => ({ under, read: { id: 'id', code: 'code', name: 'name' } })

/** By event type, or by the word that types begin with. */
const tellings: Readonly<Record<string, Telling>> = {
  item: {
    product: {
      status: 'status',
      name: 'name',
      category: 'category',
      brand: 'brand',
      basePrice: 'base_price',
      price: 'publish_price',
    },
  },
  purchase: {
    purchase: {
      status: 'status',
      subtotal: 'subtotal',
      discount: 'total_discount',
      total: 'total_amount',
      expectedArrival: 'expected_delivery',
      lines: {
        under: 'items',
        read: { productId: 'item_id', quantity: 'quantity', price: 'unit_price', total: 'total_price' },
      },
    },
  },
  inbound: {
    shipment: {
      status: 'status',
      direction: { is: 'inbound' },
      to: place('location'),
      expectedArrival: 'expected_arrival',
      arrivedAt: 'actual_arrival',
      lines: receivedLines,
    },
  },
  transfer: {
    transfer: {
      status: 'status',
      from: place('from_location'),
      to: place('to_location'),
      expectedArrival: 'expected_arrival',
      arrivedAt: 'actual_arrival',
      lines: receivedLines,
    },
  },
  adjustment: {
    adjustment: {
      status: 'status',
      direction: 'type',
      reason: 'reason',
      stock: 'stock_source',
      place: place('location'),
      total: 'total_amount',
      lines: { under: 'items', read: { ...goods, price: 'unit_cost', total: 'total_cost' } },
    },
  },
  outbound: {
    shipment: {
      status: 'status',
      direction: { is: 'outbound' },
      awb: 'tracking_number',
      courier: 'courier',
      from: place('source_warehouse'),
      to: place('destination_warehouse'),
      expectedDeparture: 'expected_departure',
      departedAt: 'actual_departure',
      expectedArrival: 'expected_arrival',
      arrivedAt: 'actual_arrival',
      lines: {
        under: 'items',
        read: {
          ...goods,
          price: 'unit_price',
          shipped: 'shipped_quantity',
          received: 'received_quantity',
          pending: 'pending_quantity',
        },
      },
    },
  },
  order: {
    order: {
      status: 'status',
      lines: { under: 'remaining_items', read: soldGoods },
      cancelled: { under: 'cancelled_items', read: soldGoods },
    },
  },
  awb: {
    shipment: { status: 'status', awb: 'awb_number', courier: 'logistic_provider', service: 'logistic_service' },
    order: { awb: 'awb_number' },
  },
}

/** By the names of the event types: what `status` holds is documented for a few of them only. */
const states: States = {
  order: {
    'order.draft': 'draft',
    'order.to_process': 'to_process',
    'order.in_process': 'in_process',
    'order.packed': 'packed',
    'order.ready_for_pickup': 'ready_for_pickup',
    'order.pending_waybill': 'awaiting_awb',
    'order.shipped': 'shipped',
    'order.completed': 'completed',
    'order.returned': 'returned',
    'order.refunded': 'refunded',
    order_cancel_partial: 'partly_cancelled',
  },
  shipment: {
    'inbound.created': 'created',
    'inbound.received': 'received',
    'inbound.completed': 'completed',
    'outbound.created': 'created',
    'outbound.completed': 'completed',
    'awb.generated': 'awb_generated',
    'awb.changed': 'awb_changed',
  },
  product: { 'item.created': 'created', 'item.published': 'published', 'item.archived': 'archived' },
  purchase: {
    'purchase.created': 'created',
    'purchase.approved': 'approved',
    'purchase.rejected': 'rejected',
    'purchase.completed': 'completed',
  },
  transfer: {
    'transfer.created': 'created',
    'transfer.approved': 'approved',
    'transfer.rejected': 'rejected',
    'transfer.completed': 'completed',
  },
  adjustment: {
    'adjustment.created': 'created',
    'adjustment.approved': 'approved',
    'adjustment.rejected': 'rejected',
    'adjustment.completed': 'completed',
  },
}
