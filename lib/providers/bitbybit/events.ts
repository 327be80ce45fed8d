import type { ZodType } from 'zod'
import type { EventTypeContract } from '../provider'
import { encodeSample } from '../sample'
import customerCreated from './fixtures/customer.created.json'
import customerDeleted from './fixtures/customer.deleted.json'
import customerUpdated from './fixtures/customer.updated.json'
import messageReceived from './fixtures/message.received.json'
import messageStatusUpdated from './fixtures/message.status.updated.json'
import orderCreated from './fixtures/order.created.json'
import orderUpdated from './fixtures/order.updated.json'
import productCreated from './fixtures/product.created.json'
import productDeleted from './fixtures/product.deleted.json'
import productUpdated from './fixtures/product.updated.json'
import * as schemas from './schemas'

/** Every documented event type. Source: the provider's page "Event Types". */
export const eventTypes = {
  'customer.created': contract('Customer created', schemas.customer, customerCreated),
  'customer.updated': contract('Customer updated', schemas.customer, customerUpdated),
  'customer.deleted': contract('Customer deleted', schemas.anyObject, customerDeleted),
  'order.created': contract('Order created', schemas.order, orderCreated),
  'order.updated': contract('Order updated', schemas.order, orderUpdated),
  'product.created': contract('Product created', schemas.product, productCreated),
  'product.updated': contract('Product updated', schemas.product, productUpdated),
  'product.deleted': contract('Product deleted', schemas.anyObject, productDeleted),
  'message.received': contract('Message received', schemas.messageReceived, messageReceived),
  'message.status.updated': contract('Message status updated', schemas.messageStatus, messageStatusUpdated),
} satisfies Record<string, EventTypeContract>

function contract(title: string, schema: ZodType, fixture: unknown): EventTypeContract {
  return { title, schema, sample: encodeSample(fixture) }
}
