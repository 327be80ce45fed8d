import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'
import { isStorable } from '@/lib/providers/storable'
import { type RunItem, type RunPill, runStatusSchema, targetKeySchema } from '@/lib/runs/schemas'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import { resolveTime } from '@/lib/search/language/times'
import type { Coverage } from '@/lib/search/summary/schemas'
import type { Kind } from '@/lib/timeline/kinds'

/** Shapes of the JSON API for events and deliveries; pages and scripts use the same ones. */

export const VERDICTS = ['verified', 'authenticated', 'unchecked', 'rejected'] as const
export const verdictSchema = z.enum(VERDICTS)
export type VerdictName = z.infer<typeof verdictSchema>

export { resolveTime }

/** `24h`, `7d`, `30m` or `4w` (ago), or an ISO 8601 time or date (UTC where it names no zone). */
export const timeSchema = z.string().refine((text) => resolveTime(text, new Date(0)) !== null, expected('time'))

const limit = z.coerce.number(expected('limit')).int().min(1).max(200).default(50)
const name = z.string().regex(/^[\w-]{1,100}$/, expected('word'))
const cursor = z.uuid(expected('cursor'))

export const eventsQuerySchema = z.strictObject({
  /** A query of the search language (lib/search/language), which is read where it is asked: all of it must fit, and all below. */
  q: z.string(expected('query')).optional(),
  provider: name.optional(),
  /** A source's id or slug. */
  source: name.optional(),
  /** Event types separated by commas; `*` stands for any characters: `order.*,awb.*`. */
  type: z
    .string()
    .regex(/^[\w.*:/-]{1,100}(,[\w.*:/-]{1,100}){0,19}$/, expected('eventTypesListed'))
    .optional(),
  /** An order number or order id, as any provider writes it. */
  order: z.string().trim().min(1).max(200).refine(isStorable, expected('plainText')).optional(),
  verdict: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(verdictSchema, expected('oneOrMoreOf', { known: VERDICTS.join(', ') })))
    .optional(),
  /** Events with a run in one of these states. `status`, `handler` and `failure` together ask for one run that fits all. */
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(runStatusSchema, expected('oneOrMoreOf', { known: RUN_STATUSES.join(', ') })))
    .optional(),
  /** A handler's name, or one destination of the forward handler: `forward:<destination id>`. */
  handler: targetKeySchema.optional(),
  /** The id of a group of failures: events with a run in it. */
  failure: z
    .string()
    .regex(/^[\w-]{1,100}$/, expected('failure'))
    .optional(),
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  /** Of these events only, by their ids. */
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid(expected('eventIdsListed'))).max(200, expected('idsAtMost')))
    .optional(),
  /** `include` puts rejected deliveries into the list, in their place; `verdict=rejected` shows them alone. */
  rejected: z.enum(['include', 'exclude']).default('exclude'),
  /** Only what is new since the answer with this `tail`: for live updates. An id, or the number of what was indexed: `s123`. */
  after: z.union([z.uuid(), z.string().regex(/^s\d{1,18}$/)], expected('tail')).optional(),
  cursor: cursor.optional(),
  limit,
})
export type EventsQuery = z.infer<typeof eventsQuerySchema>

export const deliveriesQuerySchema = z.strictObject({
  provider: name.optional(),
  source: name.optional(),
  verdict: eventsQuerySchema.shape.verdict,
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  cursor: cursor.optional(),
  limit,
})
export type DeliveriesQuery = z.infer<typeof deliveriesQuerySchema>

export interface SourceRef {
  id: string
  slug: string
  name: string
}

export interface ProblemNote {
  code: string
  message: string
}

/** What an event is about. */
export interface EventSubject {
  kind: string
  label: string
  /** The thing on whose page it stands; null until it is put on its timeline, and where there is no such page. */
  entity: { kind: Kind; id: string } | null
}

/** A row of the list: an event, or a rejected delivery in its place (then `id` is the delivery's). */
export interface EventItem {
  kind: 'event' | 'rejected'
  id: string
  provider: string
  source: SourceRef
  /** For a rejected delivery: what it claims to be, or null. */
  type: string | null
  subject: EventSubject | null
  verdict: VerdictName
  reason: string | null
  occurredAt: string | null
  receivedAt: string
  lastReceivedAt: string
  deliveryCount: number
  problems: ProblemNote[]
  /** One for each handler and destination, in the order of the handlers; none of a rejected delivery. */
  runs: RunPill[]
}

export interface EventList {
  items: EventItem[]
  nextCursor: string | null
  /** Where to go on for what is new: pass it as `after`. Null where nothing was ever received. */
  tail: string | null
  coverage: Coverage
}

export interface IdentifierItem {
  scheme: string
  value: string
  kind: string
  label: string
  issuer: string | null
}

export interface DeliveryItem {
  id: string
  eventId: string | null
  provider: string
  source: SourceRef
  receivedAt: string
  recordedAt: string
  remoteAddress: string | null
  path: string
  verdict: VerdictName
  reason: string | null
  verdictDetail: {
    secretId?: string
    skewSeconds?: number
    toleranceSeconds?: number
    secretsTried?: number
    note?: string
  }
  /** What we answered. */
  status: number
  /** The size sent; `storedBytes` is smaller where the body was over the limit. */
  bodyBytes: number
  storedBytes: number
  claimedType: string | null
  claims: { scheme: string; value: string }[]
}

export interface DeliveryDetail extends DeliveryItem {
  /** In the order received, repeats included; secrets masked. */
  headers: [name: string, value: string][]
  /** The body of our answer, as JSON text. */
  answer: string
  /** Whether the body equals that of the event's first delivery; null where there is no event. */
  sameBodyAsFirst: boolean | null
}

export interface DeliveryList {
  items: DeliveryItem[]
  nextCursor: string | null
}

/** A changed copy of an event's body, with runs of its own. */
export interface EventCopyItem {
  id: string
  actor: string
  reason: string
  createdAt: string
  /** As text. */
  body: string
  runs: RunItem[]
}

export interface EventDetail extends EventItem {
  runs: RunItem[]
  /** The changed copies of it, the newest first. */
  copies: EventCopyItem[]
  dedupeKey: string
  identifiers: IdentifierItem[]
  /** The first delivery first; at most 100, the latest of the others. */
  deliveries: DeliveryDetail[]
  /** The body as JSON with every digit and key as sent; null where it is not JSON. */
  payload: unknown
}
