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
  'customer.created': contract({ en: 'Customer created', id: 'Pelanggan dibuat' }, schemas.customer, customerCreated),
  'customer.updated': contract(
    { en: 'Customer updated', id: 'Pelanggan diperbarui' },
    schemas.customer,
    customerUpdated,
  ),
  'customer.deleted': contract({ en: 'Customer deleted', id: 'Pelanggan dihapus' }, schemas.anyObject, customerDeleted),
  'order.created': contract({ en: 'Order created', id: 'Pesanan dibuat' }, schemas.order, orderCreated),
  'order.updated': contract({ en: 'Order updated', id: 'Pesanan diperbarui' }, schemas.order, orderUpdated),
  'product.created': contract({ en: 'Product created', id: 'Produk dibuat' }, schemas.product, productCreated),
  'product.updated': contract({ en: 'Product updated', id: 'Produk diperbarui' }, schemas.product, productUpdated),
  'product.deleted': contract({ en: 'Product deleted', id: 'Produk dihapus' }, schemas.anyObject, productDeleted),
  'message.received': contract(
    { en: 'Message received', id: 'Pesan diterima' },
    schemas.messageReceived,
    messageReceived,
  ),
  'message.status.updated': contract(
    { en: 'Message status updated', id: 'Status pesan diperbarui' },
    schemas.messageStatus,
    messageStatusUpdated,
  ),
} satisfies Record<string, EventTypeContract>

function contract(titles: { en: string; id: string }, schema: ZodType, fixture: unknown): EventTypeContract {
  return { title: titles.en, titles, schema, sample: encodeSample(fixture) }
}
