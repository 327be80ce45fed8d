import type { Announcement, Customer, Happening, Order, OrderStep, Product } from '../happening'

/**
 * What bitbybit tells of a happening, in the shapes of its page "Event Types"; nothing where it has no event for it.
 * Order updates carry no order number there, so they are joined by `id`.
 */
export function announce(happening: Happening): Announcement[] {
  const told = tell(happening)
  if (!told) return []
  const [eventType, body] = told
  const eventId = `evt_cl${happening.key}`
  return [{ eventType, body: JSON.stringify(body), eventId, occurredAt: happening.at }]
}

function tell(happening: Happening): [eventType: string, body: unknown] | null {
  switch (happening.kind) {
    case 'customer':
      return happening.step === 'deleted'
        ? ['customer.deleted', { id: `cust_${happening.customer.key}` }]
        : [`customer.${happening.step}`, customerBody(happening.customer)]
    case 'product':
      return PRODUCT_EVENTS[happening.step](happening.product)
    case 'order':
      return ORDER_EVENTS[happening.step](happening.order)
    case 'partial_cancellation':
      return ['order.updated', updatedOrder(happening.order)]
    case 'message_received': {
      const { message, text, at } = happening
      const from = message.customer.phone
      return [
        'message.received',
        { messageId: `msg_${message.key}`, from, body: text, source: 'WHATSAPP_META', receivedAt: at.toISOString() },
      ]
    }
    case 'message_status': {
      const { message, status, template } = happening
      const body = { messageId: `msg_${message.key}`, status, to: message.customer.phone, templateName: template }
      return ['message.status.updated', body]
    }
    // It knows sales and conversations, not parcels and warehouses.
    case 'awb':
    case 'purchase':
    case 'inbound':
    case 'transfer':
    case 'outbound':
    case 'adjustment':
      return null
    default:
      return happening satisfies never
  }
}

type Told = [eventType: string, body: unknown] | null

const PRODUCT_EVENTS: Record<Extract<Happening, { kind: 'product' }>['step'], (product: Product) => Told> = {
  created: (product) => ['product.created', { ...productBody(product), media: null, status: null }],
  published: () => null,
  updated: (product) => ['product.updated', productBody(product)],
  archived: (product) => ['product.updated', productBody(product)],
  deleted: (product) => ['product.deleted', { id: `prod_${product.key}` }],
}

const orderUpdated = (order: Order): Told => ['order.updated', updatedOrder(order)]
const orderCreated = (order: Order): Told => ['order.created', createdOrder(order)]

const ORDER_EVENTS: Record<OrderStep, (order: Order) => Told> = {
  placed: orderCreated,
  remainder_placed: orderCreated,
  paid: orderUpdated,
  expired: orderUpdated,
  in_process: () => null,
  packed: () => null,
  ready_for_pickup: () => null,
  awaiting_awb: () => null,
  shipped: orderUpdated,
  completed: orderUpdated,
  returned: orderUpdated,
  refunded: orderUpdated,
}

function updatedOrder(order: Order) {
  const { key, firstName, lastName } = order.customer
  return {
    id: `order_${order.key}`,
    orderId: `ORD-${order.number}`,
    ...statuses(order),
    customer: { id: `cust_${key}`, firstName, lastName },
    lineItems: lineItems(order),
    tags: [],
    ...dates(order),
  }
}

function createdOrder(order: Order) {
  const { key, firstName, lastName, email, phone, address } = order.customer
  return {
    id: `order_${order.key}`,
    orderId: `ORD-${order.number}`,
    orderNumber: order.number,
    ...statuses(order),
    currency: 'IDR',
    customer: { id: `cust_${key}`, firstName, lastName, email, phoneNumber: phone },
    lineItems: lineItems(order),
    shippingAddress: { firstName, lastName, ...addressBody(address) },
    tags: [],
    ...dates(order),
  }
}

// The documentation leaves the values of the three statuses open; only `active`, `unfulfilled`, `fulfilled`, `pending`
// and `paid` are seen in it.
function statuses({ state, payment, fulfilled, lines }: Order) {
  return {
    status: state === 'open' ? 'active' : state,
    fulfillmentStatus: fulfilled ? 'fulfilled' : 'unfulfilled',
    financialStatus: payment,
    total: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
  }
}

function lineItems({ lines }: Order) {
  return lines.map(({ key, product, quantity, price }) => ({ id: `li_${key}`, quantity, price, title: product.name }))
}

function customerBody(customer: Customer) {
  const { key, firstName, lastName, email, phone, tags, address } = customer
  return {
    id: `cust_${key}`,
    email,
    phoneNumber: phone,
    firstName,
    lastName,
    imageUrl: null,
    tags,
    addresses: [{ id: `addr_${key}`, firstName, lastName, phone, ...addressBody(address) }],
    ...dates(customer),
  }
}

function productBody(product: Product) {
  const { key, number, name, description, category, price, sku } = product
  return {
    id: `prod_${key}`,
    productId: `PROD-${number}`,
    name,
    description,
    variants: [{ id: `var_${key}`, key: 'Default', price, inventorySku: sku }],
    options: [],
    tags: [category.toLowerCase()],
    types: [],
    ...dates(product),
  }
}

function addressBody({ street, city, province, postalCode }: Customer['address']) {
  return { address1: street, city, province, country: 'ID', zip: postalCode }
}

function dates({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) {
  return { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
