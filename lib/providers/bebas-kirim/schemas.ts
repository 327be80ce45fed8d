import { z } from 'zod'
import { listOf, momentText } from '../documented'

// Statuses, types and units are plain text: new values must not make an event look broken.
const text = z.string()
const number = z.number()

/** What every body has besides `event`, whatever its type. */
export const envelope = z.looseObject({ timestamp: momentText, tenant_id: text, data: z.looseObject({}) })

const location = z.looseObject({ id: text, code: text, name: text })
const goods = { id: text, sku: text, name: text, quantity: number }
const dates = { created_at: text, updated_at: text }

const receivedItems = listOf(
  z.looseObject({
    ...goods,
    unit: text,
    unit_price: number,
    expected_quantity: number,
    good_received_quantity: number,
    damaged_received_quantity: number,
    grid_id: text,
    received_at: text,
    received_by: text,
  }),
)
const orderItems = listOf(z.looseObject({ sku: text, product_name: text, quantity: number, price: number }))

export const item = event({
  item_id: text,
  sku: text,
  name: text,
  description: text,
  category: text,
  subcategory: text,
  brand: text,
  base_price: number,
  publish_price: number,
  weight: number,
  dimensions: z.looseObject({ length: number, width: number, height: number, unit: text }),
  featured_image_url: text,
  status: text,
  ...dates,
})

export const purchase = event({
  purchase_id: text,
  purchase_number: text,
  status: text,
  expected_delivery: text,
  subtotal: number,
  total_discount: number,
  total_amount: number,
  notes: text,
  items: listOf(
    z.looseObject({
      item_id: text,
      quantity: number,
      unit_price: number,
      discount_percent: number,
      discount_amount: number,
      total_price: number,
      notes: text,
    }),
  ),
  ...dates,
})

export const inbound = event({
  inbound_id: text,
  reference_number: text,
  status: text,
  location,
  expected_arrival: text,
  actual_arrival: text,
  items: receivedItems,
  notes: text,
  ...dates,
})

export const transfer = event({
  transfer_id: text,
  transfer_number: text,
  status: text,
  from_location: location,
  to_location: location,
  expected_arrival: text,
  actual_arrival: text,
  items: receivedItems,
  notes: text,
  ...dates,
})

export const adjustment = event({
  adjustment_id: text,
  adjustment_number: text,
  location,
  type: text,
  stock_source: text,
  reason: text,
  status: text,
  total_amount: number,
  item_count: number,
  items: listOf(z.looseObject({ ...goods, unit_cost: number, total_cost: number, notes: text })),
  ...dates,
})

export const outbound = event({
  outbound_id: text,
  transfer_id: text,
  reference_number: text,
  status: text,
  source_warehouse: location,
  destination_warehouse: location,
  expected_departure: text,
  actual_departure: text,
  expected_arrival: text,
  actual_arrival: text,
  items: listOf(
    z.looseObject({
      ...goods,
      unit: text,
      unit_price: number,
      shipped_quantity: number,
      received_quantity: number,
      pending_quantity: number,
    }),
  ),
  courier: text,
  tracking_number: text,
  priority: text,
  notes: text,
  ...dates,
})

export const order = event({ order_id: text, order_number: text, status: text, updated_at: text })

export const partialCancellation = event({
  order_id: text,
  order_number: text,
  status: text,
  cancelled_items: orderItems,
  remaining_items: orderItems,
  updated_at: text,
})

export const awb = event({
  order_id: text,
  order_number: text,
  awb_number: text,
  status: text,
  logistic_provider: text,
  logistic_service: text,
  updated_at: text,
})

function event(data: z.ZodRawShape) {
  return envelope.extend({ event: text, data: z.looseObject(data) })
}
