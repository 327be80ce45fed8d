import { z } from 'zod'
import { listOf } from '../documented'

// What both documented samples of a group show is required, what only one shows is optional. Statuses are plain text:
// the documentation leaves their values open.
const text = z.string()
const optionalText = z.string().nullish()

const address = z.looseObject({ firstName: optionalText, lastName: optionalText, country: optionalText })

/** The body of an event type that is documented without one. */
export const anyObject = z.looseObject({})

export const customer = z.looseObject({
  id: text,
  email: text,
  phoneNumber: text,
  firstName: text,
  lastName: text,
  imageUrl: optionalText,
  tags: listOf(text),
  addresses: listOf(address).optional(),
  createdAt: text,
  updatedAt: text,
})

export const order = z.looseObject({
  id: text,
  orderId: text,
  orderNumber: optionalText,
  status: text,
  fulfillmentStatus: text,
  financialStatus: text,
  total: z.number(),
  currency: optionalText,
  customer: z.looseObject({
    id: text,
    firstName: text,
    lastName: text,
    email: optionalText,
    phoneNumber: optionalText,
  }),
  lineItems: listOf(z.looseObject({ id: text, quantity: z.number(), price: z.number(), title: text })),
  shippingAddress: address.nullish(),
  tags: listOf(text),
  createdAt: text,
  updatedAt: text,
})

export const product = z.looseObject({
  id: text,
  productId: text,
  name: text,
  description: text,
  media: z.unknown().optional(),
  status: optionalText,
  variants: listOf(z.looseObject({ id: text, key: text, price: z.number(), inventorySku: text })),
  options: z.array(z.unknown()),
  tags: listOf(text),
  types: z.array(z.unknown()),
  createdAt: text,
  updatedAt: text,
})

export const messageReceived = z.looseObject({
  messageId: text,
  from: text,
  body: text,
  source: text,
  receivedAt: text,
})

export const messageStatus = z.looseObject({ messageId: text, status: text, to: text, templateName: text })
