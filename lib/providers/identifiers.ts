import { normalisePhone } from './phone'
import { isPlaceholder } from './placeholder'
import { isStorable } from './storable'

export type EntityKind =
  | 'order'
  | 'customer'
  | 'shipment'
  | 'product'
  | 'purchase'
  | 'transfer'
  | 'adjustment'
  | 'message'

/** Every scheme of identifier, with the kind of thing it names and how it reads to people. */
export const SCHEMES = {
  order_number: { kind: 'order', label: 'Order number', shared: true },
  order_id: { kind: 'order', label: 'Order id', shared: false },
  customer_id: { kind: 'customer', label: 'Customer id', shared: false },
  phone: { kind: 'customer', label: 'Phone', shared: true },
  email: { kind: 'customer', label: 'Email', shared: true },
  awb: { kind: 'shipment', label: 'AWB', shared: true },
  inbound_id: { kind: 'shipment', label: 'Inbound id', shared: false },
  outbound_id: { kind: 'shipment', label: 'Outbound id', shared: false },
  product_id: { kind: 'product', label: 'Product id', shared: false },
  sku: { kind: 'product', label: 'SKU', shared: true },
  purchase_id: { kind: 'purchase', label: 'Purchase id', shared: false },
  purchase_number: { kind: 'purchase', label: 'Purchase number', shared: true },
  transfer_id: { kind: 'transfer', label: 'Transfer id', shared: false },
  transfer_number: { kind: 'transfer', label: 'Transfer number', shared: true },
  adjustment_id: { kind: 'adjustment', label: 'Adjustment id', shared: false },
  adjustment_number: { kind: 'adjustment', label: 'Adjustment number', shared: true },
  message_id: { kind: 'message', label: 'Message id', shared: false },
} as const satisfies Record<string, { kind: EntityKind; label: string; shared: boolean }>

export type Scheme = keyof typeof SCHEMES

/** A normalised value that names something. */
export interface Identifier {
  scheme: Scheme
  value: string
}

/** An identifier as one text, as events and claims keep it. */
export function joinName({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`
}

/** The two parts of `joinName`. The scheme may be one that is no longer known. */
export function splitName(name: string): { scheme: string; value: string } {
  const colon = name.indexOf(':')
  return { scheme: name.slice(0, colon), value: name.slice(colon + 1) }
}

/** What an event is about, as a list shows it. `label` is as the payload gives it. */
export interface Subject {
  kind: EntityKind
  label: string
}

const MAX_LENGTH = 200

/**
 * The value as it is compared, or null where it names nothing: empty, a placeholder such as `-`, `N/A` or `000`, over 200
 * characters, holding control characters, or (for a phone) not a possible number. A number beyond 2^53 has lost digits
 * already and is null as well. Rules: contracts/notes.md, "Identifiers per event": phones in E.164 with Indonesia as the
 * default country, emails without case, order numbers without a leading `#`, surrounding space or case.
 */
export function normalise(scheme: Scheme, raw: unknown): string | null {
  if (typeof raw === 'number' ? !Number.isSafeInteger(raw) : typeof raw !== 'string') return null
  const text = String(raw).trim()
  if (!isFit(text)) return null
  const value = Object.hasOwn(RULES, scheme) ? (RULES[scheme]?.(text) ?? null) : text
  // Upper case may be longer (ß) or spell a placeholder (ſ): what is compared must be fit itself.
  return value === text || (value !== null && isFit(value)) ? value : null
}

const RULES: Partial<Record<Scheme, (text: string) => string | null>> = {
  order_number: normaliseNumber,
  purchase_number: normaliseNumber,
  transfer_number: normaliseNumber,
  adjustment_number: normaliseNumber,
  awb: (text) => text.toUpperCase(),
  sku: (text) => text.toUpperCase(),
  email: normaliseEmail,
  phone: normalisePhone,
}

function normaliseNumber(text: string): string {
  return text.replace(/^[#\s]+/, '').toUpperCase()
}

function normaliseEmail(text: string): string | null {
  const parts = /^([^@\s]+)@([^@\s]+)$/.exec(text)?.slice(1)
  if (!parts?.every((part) => /[\p{L}\p{N}]/u.test(part)) || parts.every(isPlaceholder)) return null
  return text.toLowerCase()
}

function isFit(text: string): boolean {
  return text.length <= MAX_LENGTH && !isPlaceholder(text) && isStorable(text)
}
