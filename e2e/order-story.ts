import { randomUUID } from 'node:crypto'
import type { Happening, Order, OrderStep, Parcel } from '@/lib/providers/happening'

const HOUR_MS = 3_600_000

/** An order that nobody else has, and what can happen to it. */
export interface OrderStory {
  order: Order
  parcel: Parcel
  /** A step of the order, so many hours ago. */
  step(step: OrderStep, hoursAgo: number): Happening
  /** Its AWB, so many hours ago. */
  awb(hoursAgo: number): Happening
}

/** A paid order of one customer for one product, placed `hoursAgo`. */
export function orderStory(hoursAgo: number): OrderStory {
  const id = randomUUID().replaceAll('-', '')
  const placedAt = ago(hoursAgo)
  const dated = { createdAt: placedAt, updatedAt: placedAt }
  const digits = String(Number.parseInt(id.slice(0, 12), 16))
    .padStart(10, '0')
    .slice(-10)
  const customer = {
    ...dated,
    key: `c${id.slice(0, 12)}`,
    firstName: 'Sari',
    lastName: 'Wijaya',
    email: `sari.${id.slice(0, 8)}@example.com`,
    phone: `+62811${digits.slice(0, 8)}`,
    tags: [],
    address: { street: 'Jalan Melati 5', city: 'Bandung', province: 'Jawa Barat', postalCode: '40115' },
  }
  const product = {
    ...dated,
    key: `p${id.slice(0, 12)}`,
    number: 7,
    sku: `SKU-${id.slice(0, 8).toUpperCase()}`,
    name: 'Kopi Gayo 250 g',
    description: 'Roasted in Takengon',
    category: 'Drinks',
    subcategory: 'Coffee',
    brand: 'Gayo',
    unitCost: 40_000,
    price: 75_000,
    weightGrams: 250,
    sizeCm: [10, 6, 20] as const,
  }
  const order: Order = {
    ...dated,
    key: `o${id.slice(0, 12)}`,
    number: `STORY-${id.slice(0, 8).toUpperCase()}`,
    state: 'open',
    payment: 'paid',
    fulfilled: false,
    customer,
    lines: [{ key: `l${id.slice(0, 12)}`, product, quantity: 2, price: product.price }],
  }
  const parcel = { awb: `TRK${digits}`, courier: 'Anter Cepat', service: 'Regular' }
  return {
    order,
    parcel,
    step: (step, hours) => ({
      kind: 'order',
      step,
      key: `${step.replaceAll('_', '')}${id.slice(0, 12)}`,
      at: ago(hours),
      order: { ...order, updatedAt: ago(hours) },
    }),
    awb: (hours) => ({ kind: 'awb', step: 'generated', key: `awb${id.slice(0, 12)}`, at: ago(hours), order, parcel }),
  }
}

function ago(hours: number): Date {
  return new Date(Date.now() - hours * HOUR_MS)
}
