import type { EntityKind } from './identifiers'

/** How a field's value reads. `amount`, `moment` and the schemes of identifiers are brought to one form. */
export type Scalar = 'text' | 'amount' | 'moment' | 'phone' | 'email' | 'awb' | 'sku'

/** What a field holds: one value, a list of texts, an object of some shape, or a list of such objects. */
export type FieldType = Scalar | 'state' | 'texts' | { one: keyof typeof SHAPES } | { list: keyof typeof SHAPES }

/** Objects that fields hold. */
export const SHAPES = {
  /** Of an order, a purchase, a shipment: `price` is of one piece. */
  line: {
    id: 'text',
    productId: 'text',
    sku: 'sku',
    name: 'text',
    quantity: 'amount',
    price: 'amount',
    total: 'amount',
    expected: 'amount',
    received: 'amount',
    damaged: 'amount',
    shipped: 'amount',
    pending: 'amount',
  },
  variant: { id: 'text', sku: 'sku', name: 'text', price: 'amount' },
  place: { id: 'text', code: 'text', name: 'text' },
  message: {
    id: 'text',
    direction: 'text',
    text: 'text',
    channel: 'text',
    template: 'text',
    status: 'text',
    at: 'moment',
  },
} as const satisfies Record<string, Record<string, Scalar>>

const statuses = { status: 'text', state: 'state' } as const
const lines = { list: 'line' } as const
const place = { one: 'place' } as const
const journey = {
  expectedDeparture: 'moment',
  departedAt: 'moment',
  expectedArrival: 'moment',
  arrivedAt: 'moment',
} as const

/**
 * Everything that can be said of a thing, by kind. `status`, `payment` and `fulfilment` are the provider's own words;
 * `state` is one of `STATES`. `lines` are what is left of an order, `cancelled` what was taken out of it.
 */
export const FIELDS = {
  order: {
    ...statuses,
    payment: 'text',
    fulfilment: 'text',
    total: 'amount',
    currency: 'text',
    lines,
    cancelled: lines,
    awb: 'awb',
    tags: 'texts',
  },
  customer: {
    state: 'state',
    name: 'text',
    email: 'email',
    phone: 'phone',
    tags: 'texts',
    lastMessage: { one: 'message' },
  },
  shipment: {
    ...statuses,
    direction: 'text',
    awb: 'awb',
    courier: 'text',
    service: 'text',
    from: place,
    to: place,
    ...journey,
    lines,
  },
  product: {
    ...statuses,
    name: 'text',
    category: 'text',
    brand: 'text',
    basePrice: 'amount',
    price: 'amount',
    variants: { list: 'variant' },
    tags: 'texts',
  },
  purchase: { ...statuses, subtotal: 'amount', discount: 'amount', total: 'amount', expectedArrival: 'moment', lines },
  transfer: { ...statuses, from: place, to: place, ...journey, lines },
  adjustment: { ...statuses, direction: 'text', reason: 'text', stock: 'text', place, total: 'amount', lines },
  message: {
    direction: 'text',
    text: 'text',
    channel: 'text',
    template: 'text',
    status: 'text',
    at: 'moment',
  },
} as const satisfies Record<EntityKind, Record<string, FieldType>>

const DECISIONS = ['created', 'approved', 'rejected', 'completed'] as const

/** Where a thing stands, in no provider's words; only what a documented lifecycle tells. */
export const STATES = {
  order: [
    'draft',
    'to_process',
    'in_process',
    'packed',
    'ready_for_pickup',
    'awaiting_awb',
    'shipped',
    'completed',
    'returned',
    'refunded',
    'partly_cancelled',
  ],
  customer: ['deleted'],
  shipment: ['created', 'received', 'awb_generated', 'awb_changed', 'completed'],
  product: ['created', 'published', 'archived', 'deleted'],
  purchase: DECISIONS,
  transfer: DECISIONS,
  adjustment: DECISIONS,
  message: [],
} as const satisfies Record<EntityKind, readonly string[]>

/** How what an event is about belongs to another thing that it names: from the first kind to the second. */
export const RELATIONS = {
  order: { customer: 'placed_by', product: 'contains' },
  customer: {},
  shipment: { order: 'delivers', purchase: 'receives', transfer: 'carries', product: 'contains' },
  product: { product: 'has_variant' },
  purchase: { product: 'contains' },
  transfer: { product: 'contains' },
  adjustment: { product: 'contains' },
  message: { customer: 'exchanged_with' },
} as const satisfies Record<EntityKind, Partial<Record<EntityKind, string>>>
