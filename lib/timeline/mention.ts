import type { FactFields } from '@/lib/providers/facts'
import type { Kind } from './kinds'

/** What `subject` and `named` leave open is the word of a relation: how the event's subject is tied to the thing. */
export type Role = 'subject' | 'named' | (string & {})

/** What one event says of one thing. */
export interface Mention {
  kind: Kind
  /** As entities have them (names.ts), sorted. */
  names: readonly string[]
  role: Role
  /** What is now so of it; null where it is only named. */
  set: FactFields<Kind> | null
}

/**
 * Where a mention stands in a timeline: by time, then by the place of its step in the lifecycle, then by a number made of the
 * dedupe key. None of it depends on when the event arrived.
 */
export interface Place {
  /** Milliseconds since 1970. */
  at: number
  rank: number
  /** A signed 64-bit number in decimal. */
  tie: string
}

/** A mention as a timeline has it. */
export interface PlacedMention extends Place {
  eventId: string
  provider: string
  type: string
  role: Role
  receivedAt: number
  set: FactFields<Kind> | null
}

/** Negative where `a` comes before `b`, 0 where they are one place. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.rank !== b.rank) return a.rank - b.rank
  if (a.tie === b.tie) return 0
  return BigInt(a.tie) < BigInt(b.tie) ? -1 : 1
}
