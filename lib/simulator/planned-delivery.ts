/**
 * `fresh`: an event as it comes. `repeat`: the same bytes and id once more. `late`: held back for hours.
 * `out_of_order`: sent after the event that follows it. `bad_signature`: a forgery. `broken`: signed well, but the body
 * is not as documented.
 */
export const DELIVERY_KINDS = ['fresh', 'repeat', 'late', 'out_of_order', 'bad_signature', 'broken'] as const

export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** What exactly is wrong with a forgery or a broken body. */
export type Flaw = 'wrong_secret' | 'no_signature' | 'not_json' | 'missing_fields' | 'unknown_type' | 'empty'

/** A delivery to be sent. Signatures are made when it is sent, so that they are of the real time. */
export interface PlannedDelivery {
  providerId: string
  eventType: string
  body: Uint8Array
  /** Where the provider sends one beside the body. */
  eventId?: string
  kind: DeliveryKind
  flaw?: Flaw
  /** Simulated. */
  occurredAt: Date
  /** Milliseconds from the start of the run. */
  sendAfterMs: number
}

/**
 * How much of each kind there is, as shares (0 to 1) of the events. Repeats, forgeries and broken bodies come on top;
 * late and out-of-order events are events of the course of things at another time.
 */
export interface Shares {
  repeats: number
  late: number
  outOfOrder: number
  badSignatures: number
  broken: number
}

export const DEFAULT_SHARES: Shares = { repeats: 0.05, late: 0.03, outOfOrder: 0.03, badSignatures: 0.02, broken: 0.01 }
