/**
 * What happens in a shop, in no provider's words: a provider's `announce` says what it would tell of it. Amounts are
 * whole rupiah. `key` names a thing for good and is made of lower-case letters and digits.
 */
export type Happening = { key: string; at: Date } & (
  | { kind: 'customer'; step: 'created' | 'updated' | 'deleted'; customer: Customer }
  | { kind: 'product'; step: 'created' | 'published' | 'updated' | 'archived' | 'deleted'; product: Product }
  | { kind: 'order'; step: OrderStep; order: Order }
  | { kind: 'partial_cancellation'; order: Order; cancelled: OrderLine[]; remaining: OrderLine[] }
  | { kind: 'awb'; step: 'generated' | 'changed'; order: Order; parcel: Parcel }
  | { kind: 'message_received'; message: Message; text: string }
  | { kind: 'message_status'; message: Message; status: 'sent' | 'delivered' | 'read' | 'failed'; template: string }
  | { kind: 'purchase'; step: 'created' | 'approved' | 'rejected' | 'completed'; purchase: Purchase }
  | { kind: 'inbound'; step: 'created' | 'received' | 'completed'; inbound: Inbound }
  | { kind: 'transfer'; step: 'created' | 'approved' | 'rejected' | 'completed'; transfer: Transfer }
  | { kind: 'outbound'; step: 'created' | 'completed'; outbound: Outbound }
  | { kind: 'adjustment'; step: 'created' | 'approved' | 'rejected' | 'completed'; adjustment: Adjustment }
)

/** `remainder_placed`: a paid order that holds what a partial cancellation left. */
export type OrderStep =
  | 'placed'
  | 'remainder_placed'
  | 'paid'
  | 'expired'
  | 'in_process'
  | 'packed'
  | 'ready_for_pickup'
  | 'awaiting_awb'
  | 'shipped'
  | 'completed'
  | 'returned'
  | 'refunded'

/** What a provider tells of a happening. `body` is JSON. `eventId` only where the provider sends one beside the body. */
export interface Announcement {
  eventType: string
  body: string
  eventId?: string
  occurredAt: Date
}

interface Dated {
  key: string
  createdAt: Date
  updatedAt: Date
}

/** A dated thing with a number that counts up within the shop. */
interface Numbered extends Dated {
  number: number
}

export interface Customer extends Dated {
  firstName: string
  lastName: string
  email: string
  /** In E.164. */
  phone: string
  tags: string[]
  address: Address
}

export interface Address {
  street: string
  city: string
  province: string
  postalCode: string
}

export interface Product extends Numbered {
  sku: string
  name: string
  description: string
  category: string
  subcategory: string
  brand: string
  unitCost: number
  price: number
  weightGrams: number
  sizeCm: readonly [length: number, width: number, height: number]
}

export interface OrderLine {
  key: string
  product: Product
  quantity: number
  price: number
}

export interface Order extends Dated {
  /** As people know it; the same for every provider. */
  number: string
  state: 'open' | 'completed' | 'cancelled' | 'returned'
  payment: 'pending' | 'paid' | 'refunded'
  fulfilled: boolean
  customer: Customer
  lines: OrderLine[]
}

export interface Parcel {
  awb: string
  courier: string
  service: string
}

export interface Message {
  key: string
  customer: Customer
}

export interface Place {
  code: string
  name: string
}

export interface StockLine {
  key: string
  product: Product
  quantity: number
  damaged: number
}

export interface Purchase extends Numbered {
  expectedAt: Date
  lines: StockLine[]
}

export interface Inbound extends Numbered {
  purchase: Purchase
  place: Place
  expectedAt: Date
  arrivedAt: Date
  receivedBy: string
  lines: StockLine[]
}

export interface Transfer extends Numbered {
  from: Place
  to: Place
  expectedAt: Date
  arrivedAt: Date
  receivedBy: string
  lines: StockLine[]
}

export interface Outbound extends Numbered {
  transfer: Transfer
  parcel: Parcel
  departedAt: Date
}

export interface Adjustment extends Numbered {
  place: Place
  direction: 'increase' | 'decrease'
  reason: string
  note: string
  lines: StockLine[]
}
