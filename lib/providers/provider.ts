import type { ZodType } from 'zod'
import type { Fact } from './facts'
import type { Announcement, Happening } from './happening'
import type { Identifier, Subject } from './identifiers'
import type { Lifecycle } from './lifecycle'

/** Header names and values in the order they came, repeats included. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** A secret in clear, held in memory only. `id` tells which one matched without telling what it is. */
export interface Secret {
  id: string
  value: string
}

/** Why a delivery was not verified. Closed: every value has words in lib/events/verdict-words.ts. */
export type VerdictReason =
  | 'no_secret'
  | 'missing_signature'
  | 'malformed_signature'
  | 'timestamp_too_old'
  | 'timestamp_in_future'
  | 'signature_mismatch'
  | 'missing_key'
  | 'key_mismatch'
  | 'body_too_large'

export interface VerdictDetail {
  /** Which of the source's secrets matched. */
  secretId?: string
  /** Seconds from the signature's timestamp to our clock at receipt: positive is old, negative is in the future. */
  skewSeconds?: number
  toleranceSeconds?: number
  /** How many secrets were tried. */
  secretsTried?: number
  /** Anything a person should know, in words, without any secret in it. */
  note?: string
}

/**
 * `verified`: a signature over the body holds. `authenticated`: a static key matches, which proves less.
 * `unchecked`: no secret is configured. `rejected`: checked and wrong.
 */
export type Verdict =
  | { verdict: 'verified' | 'authenticated'; reason: null; detail: VerdictDetail }
  | { verdict: 'unchecked'; reason: 'no_secret'; detail: VerdictDetail }
  | { verdict: 'rejected'; reason: Exclude<VerdictReason, 'no_secret'>; detail: VerdictDetail }

/** Why a body could not be read as documented. None of them loses the delivery. */
export type ReadingProblemCode =
  | 'empty_body'
  | 'encoded_body'
  | 'not_utf8'
  | 'not_json'
  | 'too_deep'
  | 'not_an_object'
  | 'missing_event_type'
  | 'unknown_event_type'
  | 'missing_event_id'
  | 'not_as_documented'

export interface ReadingProblem {
  code: ReadingProblemCode
  message: string
}

/** What a delivery announces, as far as it can be told. */
export interface Reading {
  /** The provider's own name of the event type; `unknown` where it does not say. */
  eventType: string
  /** Equal for repeats of one event and for nothing else, within one source. At most 512 characters. */
  dedupeKey: string
  occurredAt: Date | null
  subject: Subject | null
  identifiers: Identifier[]
  problems: ReadingProblem[]
}

export interface EventTypeContract {
  /** In sentence case, for people: "Order created". */
  title: string
  /** The same in every language of the interface. */
  titles: { en: string; id: string }
  /** Accepts the documented body and any additions to it. Unknown enum values are accepted as well. */
  schema: ZodType
  /** A body as the documentation shows it, byte for byte what is sent as a sample. */
  sample: Uint8Array
}

export interface VerifyInput {
  headers: HeaderList
  /** The bytes as received, never a re-encoded copy. */
  body: Uint8Array
  secrets: readonly Secret[]
  now: Date
  toleranceSeconds: number
}

export interface SignInput {
  eventType: string
  body: Uint8Array
  secret: Secret
  now: Date
  /** The event's own id where the provider sends one; the same for every repeat. Derived from the body where absent. */
  eventId?: string
  /** When the event occurred, for a provider that tells it beside the body. `now` where absent. */
  occurredAt?: Date
}

export interface FactsInput {
  /** As it was read on arrival. */
  eventType: string
  headers: HeaderList
  /** Free of any content coding. */
  body: Uint8Array
}

export interface SecretHelp {
  name: string
  where: string
}

/** Everything Jejak knows of a provider. Pure: no database, no environment, no clock. */
export interface Provider {
  id: string
  label: string
  docsUrl: string
  /** Two letters and a hue (0 to 360) by which people tell providers apart in a list. */
  mark: { letters: string; hue: number }
  /** What a good verdict is worth here: a signature over the body, or a static key. */
  goodVerdict: 'verified' | 'authenticated'
  /** What the provider calls its secret and where a person finds it; `id`: in Indonesian. */
  secretHelp: SecretHelp & { id: SecretHelp }
  eventTypes: Readonly<Record<string, EventTypeContract>>
  /** Never throws, for any input. Compares in constant time. */
  verify(input: VerifyInput): Verdict
  /** Never throws, for any input. `body` is free of any content coding. */
  read(input: { headers: HeaderList; body: Uint8Array }): Reading
  /**
   * What the event says, in no provider's words. Never throws, for any input; whatever is absent or unfit is skipped. Every
   * name in it is among the identifiers that `read` finds.
   */
  facts(input: FactsInput): Fact[]
  /** The lives of things as the provider documents them: at most one for each kind, none where nothing is documented. */
  lifecycles: readonly Lifecycle[]
  /** The headers of a genuine delivery of `body`, without Content-Length and Host. */
  sign(input: SignInput): [name: string, value: string][]
  /** What the provider would tell of a happening, in its documented shapes, each with its own event id. For simulation. */
  announce(happening: Happening): Announcement[]
  /** The secrets that a delivery carries in its headers: to be masked before anything is stored. */
  presentedSecrets(headers: HeaderList): { header: string; secret: string }[]
  limits: {
    bodyBytes: number
    attempts: number
    suspendsAfterFailures?: number
    /** Seconds before each attempt after the one before it; the first is 0. */
    retryScheduleSeconds: readonly number[]
  }
}
