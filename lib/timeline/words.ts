import type { Relation } from '@/lib/providers/facts'
import type { FIELDS, SHAPES, STATES } from '@/lib/providers/vocabulary'
import type { Kind } from './kinds'

const DECISION_WORDS = {
  created: 'Created',
  approved: 'Approved',
  rejected: 'Rejected',
  completed: 'Completed',
} as const

/** Every state for people, by kind, in the order of a life. */
export const STATE_WORDS: { readonly [K in Kind]: Readonly<Record<(typeof STATES)[K][number], string>> } = {
  order: {
    draft: 'Draft',
    to_process: 'To process',
    in_process: 'In process',
    partly_cancelled: 'Partly cancelled',
    packed: 'Packed',
    ready_for_pickup: 'Ready for pickup',
    awaiting_awb: 'Waiting for its AWB',
    shipped: 'Shipped',
    completed: 'Completed',
    returned: 'Returned',
    refunded: 'Refunded',
  },
  customer: { deleted: 'Deleted' },
  shipment: {
    created: 'Created',
    received: 'Received',
    awb_generated: 'AWB generated',
    awb_changed: 'AWB changed',
    completed: 'Completed',
  },
  product: { created: 'Created', published: 'Published', archived: 'Archived', deleted: 'Deleted' },
  purchase: DECISION_WORDS,
  transfer: DECISION_WORDS,
  adjustment: DECISION_WORDS,
}

/** A state for people; one that is no longer known reads as it is spelled. */
export function stateWords(kind: Kind, state: string): string {
  const words: Readonly<Record<string, string>> = STATE_WORDS[kind]
  return own(words, state) ?? sentence(state)
}

type FieldName = { [K in Kind]: keyof (typeof FIELDS)[K] }[Kind]

/** Every field for people, in the order in which a page shows them. */
const FIELD_TITLES: Readonly<Record<FieldName, string>> = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  state: 'State',
  status: 'Status',
  payment: 'Payment',
  fulfilment: 'Fulfilment',
  awb: 'AWB',
  courier: 'Courier',
  service: 'Service',
  direction: 'Direction',
  reason: 'Reason',
  stock: 'Stock',
  subtotal: 'Subtotal',
  discount: 'Discount',
  total: 'Total',
  currency: 'Currency',
  basePrice: 'Base price',
  price: 'Price',
  category: 'Category',
  brand: 'Brand',
  place: 'Place',
  from: 'From',
  to: 'To',
  expectedDeparture: 'Expected departure',
  departedAt: 'Departed',
  expectedArrival: 'Expected arrival',
  arrivedAt: 'Arrived',
  lines: 'Items',
  cancelled: 'Cancelled items',
  variants: 'Variants',
  tags: 'Tags',
  lastMessage: 'Last message',
}

/** The names of all fields, in the order in which a page shows them. */
export const FIELD_NAMES: readonly string[] = Object.keys(FIELD_TITLES)

type MemberName = { [S in keyof typeof SHAPES]: keyof (typeof SHAPES)[S] }[keyof typeof SHAPES]

/** What the objects in fields hold, for people. */
const MEMBER_TITLES: Readonly<Record<MemberName, string>> = {
  id: 'id',
  productId: 'product id',
  sku: 'SKU',
  code: 'code',
  name: 'name',
  quantity: 'quantity',
  price: 'price',
  total: 'total',
  expected: 'expected',
  received: 'received',
  damaged: 'damaged',
  shipped: 'shipped',
  pending: 'still to come',
  direction: 'direction',
  text: 'text',
  channel: 'channel',
  template: 'template',
  status: 'status',
  at: 'time',
}

/** A field for people: "Cancelled items". One that is no longer known reads as it is spelled. */
export function fieldTitle(field: string): string {
  return own(FIELD_TITLES, field) ?? sentence(field)
}

/** A member of an object in a field, within a sentence: "still to come". */
export function memberTitle(member: string): string {
  return own(MEMBER_TITLES, member) ?? member
}

/** Relations between entities, and `remainder_of`: what a partial cancellation left, told by the numbers alone. */
type EntityRelation = Exclude<Relation, 'exchanged_with'> | 'remainder_of'

/** A relation seen from the thing that has it, and from the other one. */
const RELATION_TITLES: Readonly<Record<EntityRelation, readonly [from: string, to: string]>> = {
  placed_by: ['Placed by', 'Placed'],
  contains: ['Contains', 'Contained in'],
  delivers: ['Delivers', 'Delivered by'],
  receives: ['Receives', 'Received by'],
  carries: ['Carries', 'Carried by'],
  has_variant: ['Has variant', 'Variant of'],
  remainder_of: ['Remainder of', 'Remainder'],
}

/** A relation for people, seen from its first thing (`from`: "Delivers") or from the other (`to`: "Delivered by"). */
export function relationTitle(relation: string, seenFrom: 'from' | 'to'): string {
  const titles = own<readonly [string, string]>(RELATION_TITLES, relation)
  return titles ? titles[seenFrom === 'from' ? 0 : 1] : sentence(relation)
}

/** `awaiting_awb` as "Awaiting awb", `expectedArrival` as "Expected arrival". */
function sentence(word: string): string {
  const spaced = word
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
