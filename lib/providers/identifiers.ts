import { normalisePhone } from './phone'

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

const PLACEHOLDERS = new Set(['', '-', '--', '0', 'n/a', 'na', 'null', 'none', 'undefined', 'unknown', 'test'])
const MAX_LENGTH = 200

/**
 * The value as it is compared, or null where it names nothing: empty, a placeholder such as `-` or `N/A`, over 200
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
  return value !== null && isFit(value) ? value : null
}

/** Whether a text only stands for "nothing": empty, `-`, `N/A`, `null` and the like. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDERS.has(text.trim().toLowerCase())
}

const RULES: Partial<Record<Scheme, (text: string) => string | null>> = {
  order_number: normaliseNumber,
  purchase_number: normaliseNumber,
  transfer_number: normaliseNumber,
  adjustment_number: normaliseNumber,
  awb: (text) => text.toUpperCase(),
  sku: (text) => text.toUpperCase(),
  email: (text) => (/^[^@\s]+@[^@\s]+$/.test(text) ? text.toLowerCase() : null),
  phone: normalisePhone,
}

function normaliseNumber(text: string): string {
  return text.replace(/^[#\s]+/, '').toUpperCase()
}

function isFit(text: string): boolean {
  return text.length <= MAX_LENGTH && !isPlaceholder(text) && isStorable(text)
}

/** Whether a text can be stored and compared: no NUL or other control character, no lone surrogate. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text)
}
