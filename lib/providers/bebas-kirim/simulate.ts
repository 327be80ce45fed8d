import type { Announcement, Happening, OrderStep } from '../happening'
import * as bodies from './simulated-bodies'

/**
 * What Bebas Kirim tells of a happening, in its documented envelope and shapes; nothing where it has no event for it.
 * Times are to the second, as in its documentation.
 */
export function announce(happening: Happening): Announcement[] {
  const told = tell(happening)
  if (!told) return []
  const [event, data] = told
  const timestamp = bodies.moment(happening.at)
  const body = JSON.stringify({ event, timestamp, tenant_id: 'TEN-2024-001', data })
  return [{ eventType: event, body, occurredAt: new Date(timestamp) }]
}

function tell(happening: Happening): [event: string, data: object] | null {
  switch (happening.kind) {
    case 'product': {
      const event = ITEM_EVENTS[happening.step]
      return event && [event, bodies.item(happening.product, ITEM_STATUS[event])]
    }
    case 'order': {
      const status = ORDER_STATUS[happening.step]
      return status && [`order.${status}`, bodies.order(happening.order, status, happening.at)]
    }
    case 'partial_cancellation':
      return ['order_cancel_partial', bodies.partialCancellation(happening)]
    case 'awb':
      return [`awb.${happening.step}`, bodies.awb(happening)]
    case 'purchase':
      return [`purchase.${happening.step}`, bodies.purchase(happening.purchase, STATUS[happening.step])]
    case 'inbound':
      return [`inbound.${happening.step}`, bodies.inbound(happening.inbound, STATUS[happening.step])]
    case 'transfer':
      return [`transfer.${happening.step}`, bodies.transfer(happening.transfer, STATUS[happening.step])]
    case 'outbound':
      return [`outbound.${happening.step}`, bodies.outbound(happening.outbound, happening.step === 'completed')]
    case 'adjustment':
      return [`adjustment.${happening.step}`, bodies.adjustment(happening.adjustment, STATUS[happening.step])]
    // It knows goods and parcels, not conversations.
    case 'customer':
    case 'message_received':
    case 'message_status':
      return null
    default:
      return happening satisfies never
  }
}

type ItemEvent = keyof typeof ITEM_STATUS

const ITEM_STATUS = { 'item.created': 'draft', 'item.published': 'published', 'item.archived': 'archived' } as const

const ITEM_EVENTS: Record<Extract<Happening, { kind: 'product' }>['step'], ItemEvent | null> = {
  created: 'item.created',
  published: 'item.published',
  updated: null,
  archived: 'item.archived',
  deleted: null,
}

/** Each names an event type of orders as well. */
type OrderStatus =
  | 'draft'
  | 'to_process'
  | 'in_process'
  | 'packed'
  | 'ready_for_pickup'
  | 'pending_waybill'
  | 'shipped'
  | 'completed'
  | 'returned'
  | 'refunded'

const ORDER_STATUS: Record<OrderStep, OrderStatus | null> = {
  placed: 'draft',
  // The order that a partial cancellation leaves is paid already.
  remainder_placed: 'to_process',
  paid: 'to_process',
  expired: null,
  in_process: 'in_process',
  packed: 'packed',
  ready_for_pickup: 'ready_for_pickup',
  awaiting_awb: 'pending_waybill',
  shipped: 'shipped',
  completed: 'completed',
  returned: 'returned',
  refunded: 'refunded',
}

const STATUS = {
  created: 'pending',
  approved: 'approved',
  rejected: 'rejected',
  received: 'received',
  completed: 'completed',
} as const
