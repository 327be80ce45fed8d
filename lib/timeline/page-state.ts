import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { Kind } from './kinds'

/** What the page of a thing shows, as it stands in its URL: the state after which event, and the order of its events. */
export const pageStateParsers = { asOf: parseAsString, order: parseAsStringLiteral(['asc', 'desc']) }

/** Reads it on the server. Values that are not understood count as absent. */
export const loadPageState = createLoader(pageStateParsers)

/** Of what goes on for ever the newest is what people look for; a story is read from its beginning. */
const STREAMS: ReadonlySet<Kind> = new Set(['customer', 'product'])

/** The order in which the events of a thing stand unless another is asked for. */
export function defaultOrder(kind: Kind): 'asc' | 'desc' {
  return STREAMS.has(kind) ? 'desc' : 'asc'
}
