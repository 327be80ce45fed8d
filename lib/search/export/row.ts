import type { EventItem } from '@/lib/events/schemas'

/** An event, or a rejected delivery, with all that is exported of it. */
export interface ExportRow extends EventItem {
  /** Null of a rejected delivery. */
  dedupeKey: string | null
  /** The delivery that headers and body are of: the first one of an event. */
  deliveryId: string
  /** Of a rejected delivery empty: it proves nothing. */
  identifiers: Name[]
  /** The identifiers that a rejected delivery claims, unproven. */
  claims: Name[]
  /** As they are stored: in the order received, repeats included, secrets masked. */
  headers: [name: string, value: string][]
  /** As stored: the bytes that were sent, or the head of them where there were too many. */
  body: Uint8Array
}

interface Name {
  scheme: string
  value: string
}
