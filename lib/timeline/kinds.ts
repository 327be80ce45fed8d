import type { EntityKind } from '@/lib/providers/identifiers'

/** The kinds of entities, with their words for people and in paths. A message is a thing that is said, no entity. */
export const KINDS = {
  order: { path: 'orders', title: 'Orders', one: 'Order' },
  customer: { path: 'customers', title: 'Customers', one: 'Customer' },
  shipment: { path: 'shipments', title: 'Shipments', one: 'Shipment' },
  product: { path: 'products', title: 'Products', one: 'Product' },
  purchase: { path: 'purchases', title: 'Purchases', one: 'Purchase' },
  transfer: { path: 'transfers', title: 'Transfers', one: 'Transfer' },
  adjustment: { path: 'adjustments', title: 'Adjustments', one: 'Adjustment' },
} as const satisfies Partial<Record<EntityKind, { path: string; title: string; one: string }>>

export type Kind = keyof typeof KINDS

export const KIND_NAMES = Object.keys(KINDS) as Kind[]

/** The kind whose pages stand at `/path`, or undefined. */
export function kindAt(path: string): Kind | undefined {
  return KIND_NAMES.find((kind) => KINDS[kind].path === path)
}

export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text)
}
