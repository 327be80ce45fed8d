import type { RunPill } from '@/lib/runs/schemas'
import type { Belonging } from './belonging'
import type { FindingCause, StepName } from './finding-cause'
import type { FindingRule } from './finding-rules'
import type { Kind } from './kinds'

/** Shapes of the answers of the JSON API for entities and their timelines; query-schemas.ts has what it can be asked. */

export interface EntityRef {
  id: string
  kind: Kind
  label: string
}

export interface EntityItem extends EntityRef {
  /** Where it stands, in no provider's words (lib/providers/vocabulary.ts, STATES); null where nobody said. */
  state: string | null
  /** The providers' own words for it, the latest of each. */
  statuses: { provider: string; status: string }[]
  providers: string[]
  firstAt: string
  lastAt: string
  /** The type of the last event. */
  lastType: string
  /** How many events name it. */
  eventCount: number
  findings: FindingRule[]
}

export interface EntityList {
  items: EntityItem[]
  nextCursor: string | null
}

/** An event that proves something. */
export interface Proof {
  eventId: string
  provider: string
  type: string
  occurredAt: string
}

export interface EntityIdentifier {
  /** As `split` takes it. */
  name: string
  scheme: string
  label: string
  value: string
  issuer: string | null
  /** Who uses it. */
  providers: string[]
  /** The earliest event that names it together with another name of this entity, or alone. */
  proof: Proof | null
  /** Why it belongs here, in words. */
  rule: string
  /** The same as codes with values, to be said in another language. */
  because: Belonging[]
  /** Others that use it as well; then it joins nothing. */
  sharedWith: EntityRef[]
}

export interface FieldItem {
  /** A field of lib/providers/vocabulary.ts, FIELDS. */
  field: string
  value: unknown
  provider: string
  saidAt: string
  eventId: string
  /** What other providers say, where that differs. */
  others: { provider: string; value: unknown; saidAt: string; eventId: string }[]
}

export interface RelatedItem {
  /** For people, seen from this entity: "Delivered by", "Placed by", "Remainder". */
  title: string
  relation: string
  /** Which side this entity is on. */
  seenFrom: 'from' | 'to'
  entity: EntityRef & { state: string | null; lastAt: string }
  proof: Proof | null
  /** Why they belong together, in words. */
  rule: string
}

export interface Finding {
  rule: FindingRule
  title: string
  severity: 'problem' | 'notice'
  /** For people: what, when, and what to do about it. */
  explanation: string
  /** The same as a code with values, to be said in another language. */
  cause: FindingCause
  /** The events concerned; for `rejected_delivery` the deliveries. */
  eventIds: string[]
  at: string
}

/** An expected step that has not come. */
export interface Ghost {
  /** Of the thing whose step it is. */
  kind: Kind
  provider: string
  title: string
  /** Of which one should come. */
  steps: StepName[]
  /** After which event it stands; null where it stands at the beginning. */
  afterEventId: string | null
  /** `missing`: later steps came without it. `next`: it is still to come. */
  why: 'missing' | 'next'
}

export interface DecisionItem {
  id: string
  verdict: 'same' | 'apart'
  names: string[]
  others: string[]
  actor: string
  reason: string
  createdAt: string
}

export interface RejectedItem {
  deliveryId: string
  provider: string
  claimedType: string | null
  reason: string | null
  receivedAt: string
}

/** The answer of `GET /api/v1/{kind}/:id`, of now or `?asOf=` an event. */
export interface EntityDetail extends Omit<EntityItem, 'findings'> {
  store: { id: string; name: string }
  fields: FieldItem[]
  identifiers: EntityIdentifier[]
  related: RelatedItem[]
  /** How many more there are than `related` holds. */
  relatedMore: number
  findings: Finding[]
  expected: Ghost[]
  decisions: DecisionItem[]
  rejected: RejectedItem[]
}

/** One field that an event changed. */
export interface Change {
  /** A path for people and scripts: `status`, `lines[SKU-1].quantity`. */
  path: string
  change: 'added' | 'removed' | 'changed'
  /** The kind of the thing whose timeline it is, where the event is first of all news of another one: `of` of the item. */
  of?: Kind
  before?: unknown
  after?: unknown
}

/** A message as its event has it; `direction`, `channel` and `status` are the provider's own words. */
export interface MessageText {
  direction: string | null
  text: string | null
  channel: string | null
  template: string | null
  status: string | null
}

export interface TimelineItem {
  eventId: string
  provider: string
  type: string
  /** The type for people. */
  title: string
  occurredAt: string
  /** Whether the provider told the time, or it is that of the receipt. */
  isTimeKnown: boolean
  receivedAt: string
  /** How often it was received. */
  deliveryCount: number
  /** Whose news it is: the entity itself, or one of its shipments or orders. */
  of: EntityRef
  /** What the event says of it now; null where it only names it. */
  state: string | null
  /** Since the previous event of the same thing from the same provider; the first one adds everything it says. */
  changes: Change[]
  /** Of an event that is about a message: what was written, whole, whether or not it differs from the one before. */
  message?: MessageText | null
  runs: RunPill[]
  /** Acknowledged a moment ago; its changes are still to be worked out. */
  isNew: boolean
}

export interface Timeline {
  items: TimelineItem[]
  nextCursor: string | null
}

export interface LookupItem {
  /** A kind of entity, `event` or `delivery`. */
  kind: Kind | 'event' | 'delivery'
  id: string
  label: string
  /** Why it was found, for people: "Order number 1001". */
  matched: string
  /** The same as values, to be said in another language. */
  match: LookupMatch
  /** Of an event or a delivery: what `label` says. */
  about: { provider: string; type: string | null; subject: string | null } | null
  /** An event that was acknowledged a moment ago: what it names is soon to be found itself. */
  isNew: boolean
  /** Where its page is. */
  path: string
}

/** `name`: what was found by, as an entity has it; `store`: where several are meant. */
export interface LookupMatch {
  by: 'name' | 'id' | 'dedupe_key' | 'pending'
  name: string | null
  provider: string | null
  store: string | null
}

export interface Lookup {
  items: LookupItem[]
}
