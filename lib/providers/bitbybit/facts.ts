import type { Fact } from '../facts'
import { parseBody } from '../json'
import type { FactsInput } from '../provider'
import { readerOf } from '../reading'
import { type States, type Telling, tell } from '../tell'
import { layout } from './layout'

/** What an event says, from its body: see `Provider.facts`. */
export function facts({ eventType, body }: FactsInput): Fact[] {
  const parsed = parseBody(body)
  const reader = readerOf(layout, { tellings, states }, eventType)
  return parsed.ok && reader ? tell(reader, eventType, parsed.exact) : []
}

const customer = { name: ['firstName', 'lastName'], email: 'email', phone: 'phoneNumber', tags: 'tags' } as const

const buyer = {
  name: ['customer.firstName', 'customer.lastName'],
  email: 'customer.email',
  phone: 'customer.phoneNumber',
} as const

const received = {
  direction: { is: 'inbound' },
  text: 'body',
  channel: 'source',
  at: 'receivedAt',
} as const

const sent = { direction: { is: 'outbound' }, template: 'templateName', status: 'status' } as const

/** By event type, or by the word that types begin with. */
const tellings: Readonly<Record<string, Telling>> = {
  customer: { customer },
  order: {
    order: {
      status: 'status',
      payment: 'financialStatus',
      fulfilment: 'fulfillmentStatus',
      total: 'total',
      currency: 'currency',
      lines: { under: 'lineItems', read: { id: 'id', name: 'title', quantity: 'quantity', price: 'price' } },
      tags: 'tags',
    },
    customer: buyer,
  },
  product: {
    product: {
      status: 'status',
      name: 'name',
      variants: { under: 'variants', read: { id: 'id', sku: 'inventorySku', name: 'key', price: 'price' } },
      tags: 'tags',
    },
  },
  'message.received': {
    message: received,
    customer: { phone: 'from', lastMessage: { under: '', read: { id: 'messageId', ...received } } },
  },
  'message.status.updated': {
    message: sent,
    customer: { phone: 'to', lastMessage: { under: '', read: { id: 'messageId', ...sent } } },
  },
}

/** The values of an order's statuses are not documented, so they mean no state; what is deleted is said by the type. */
const states: States = {
  customer: { 'customer.deleted': 'deleted' },
  product: { 'product.deleted': 'deleted' },
}
