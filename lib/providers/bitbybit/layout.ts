import type { Layout } from '../reading'
import { eventTypes } from './events'
import { anyObject } from './schemas'

/** What names what in a body. Source: contracts/notes.md, "Identifiers per event". */
export const layout: Layout = {
  eventTypes,
  anyType: anyObject,
  namings: {
    customer: {
      kind: 'customer',
      label: [['firstName', 'lastName'], 'email', 'phoneNumber', 'id'],
      names: [
        ['customer_id', 'id'],
        ['email', 'email'],
        ['phone', 'phoneNumber'],
      ],
    },
    order: {
      kind: 'order',
      label: ['orderNumber', 'orderId', 'id'],
      names: [
        ['order_number', 'orderNumber'],
        ['order_number', 'orderId'],
        ['order_id', 'id'],
        ['customer_id', 'customer', 'id'],
        ['email', 'customer', 'email'],
        ['phone', 'customer', 'phoneNumber'],
      ],
    },
    product: {
      kind: 'product',
      label: ['name', 'productId', 'id'],
      names: [
        ['product_id', 'id'],
        ['product_id', 'productId'],
        ['sku', 'variants', 'inventorySku'],
      ],
    },
    // Which of `from` and `to` is the customer depends on the direction, which a new type of message does not tell.
    message: { kind: 'message', label: ['messageId'], names: [['message_id', 'messageId']] },
    'message.received': {
      kind: 'message',
      label: ['from', 'messageId'],
      names: [
        ['message_id', 'messageId'],
        ['phone', 'from'],
      ],
    },
    'message.status.updated': {
      kind: 'message',
      label: ['to', 'messageId'],
      names: [
        ['message_id', 'messageId'],
        ['phone', 'to'],
      ],
    },
  },
}
