import { findProvider } from '@/lib/providers/registry'

/** A provider for people; its id where it is not known any more. */
export function providerLabel(id: string): string {
  return findProvider(id)?.label ?? id
}

/** The title of an event type for people: "Order created". */
export function typeTitle(provider: string, type: string): string {
  const types = findProvider(provider)?.eventTypes ?? {}
  return Object.hasOwn(types, type) ? (types[type]?.title ?? type) : type
}
