import { type EntityKind, joinName, normalise, SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import type { Key } from './term'

/** The keys that ask for what names something, each with its schemes. Not for browsers: normalising phones takes a library. */
const NAME_KEYS: Readonly<Partial<Record<Key, readonly Scheme[]>>> = {
  order: ofKind('order'),
  awb: ['awb'],
  phone: ['phone'],
  email: ['email'],
  customer: ofKind('customer'),
  shipment: ofKind('shipment'),
  sku: ['sku'],
  product: ofKind('product'),
  purchase: ofKind('purchase'),
  transfer: ofKind('transfer'),
  adjustment: ofKind('adjustment'),
}

/** The schemes of identifiers that a key asks for, or null where it asks for something else. */
export function schemesOf(key: Key): readonly Scheme[] | null {
  return NAME_KEYS[key] ?? null
}

/**
 * The names (`scheme:value`, as events and claims keep them) that a value of a key may stand for, in any spelling. None where it
 * names nothing, or where the key asks for no names.
 */
export function namesOf(key: Key, value: string): string[] {
  return (schemesOf(key) ?? []).flatMap((scheme) => {
    const normal = normalise(scheme, value)
    return normal === null ? [] : [joinName({ scheme, value: normal })]
  })
}

function ofKind(kind: EntityKind): Scheme[] {
  return (Object.keys(SCHEMES) as Scheme[]).filter((scheme) => SCHEMES[scheme].kind === kind)
}
