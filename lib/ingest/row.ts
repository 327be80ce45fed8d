import type { HeaderList, Reading, Verdict } from '@/lib/providers/provider'
import type { LoadedSource } from '@/lib/sources/load'

/** A delivery on its way into the database. */
export interface DeliveryRow {
  id: string
  source: LoadedSource
  receivedAt: Date
  path: string
  remoteAddress: string | null
  headers: HeaderList
  headerFingerprints: Record<string, string> | null
  body: Uint8Array
  bodyBytes: number
  verdict: Verdict
  status: number
  /** Of a rejected delivery: what it claims to announce, unproven. */
  claims: Reading | null
  event: EventRow | null
}

/** The event a good delivery announces, if it is the first to do so. */
export interface EventRow {
  id: string
  reading: Reading
  dedupeKey: string
}

/** What became of a delivery: null for a rejected one. */
export type Recorded = { eventId: string; repeat: boolean } | null
