import { SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import { findProvider } from '@/lib/providers/registry'
import { readName } from '../names'

/** What a name is called, for people: "Order number". A scheme that is no longer known reads as it is spelled. */
export function schemeLabel(scheme: string): string {
  return Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme as Scheme].label : scheme.replaceAll('_', ' ')
}

/** A provider for people; its id where it is not known any more. */
export function providerLabel(id: string): string {
  return findProvider(id)?.label ?? id
}

/** The title of an event type for people: "Order created". */
export function typeTitle(provider: string, type: string): string {
  const types = findProvider(provider)?.eventTypes ?? {}
  return Object.hasOwn(types, type) ? (types[type]?.title ?? type) : type
}

/** A name within a sentence: "order number 1001". */
export function inWords(name: string): string {
  const { scheme, value } = readName(name)
  const label = schemeLabel(scheme)
  const isAbbreviation = label === label.toUpperCase()
  return `${isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1)} ${value}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
