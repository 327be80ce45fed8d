import { findProvider } from '@/lib/providers/registry'
import type { Kind } from '../kinds'
import type { Mention, Role } from '../mention'
import { keyOf, mentionsOf, type Thing } from '../mentions-of'
import { rankOf } from '../rank'
import type { EventToJoin } from './load-events'
import { tieOf, timeOf } from './place'

/** A mention of an event, as the table is to have it. */
export interface NewMention {
  eventId: string
  storeId: string
  thing: Thing
  /** Store, kind and names: what is equal names one naming (or, of a number, one of its periods). */
  key: string
  at: number
  rank: number
  tie: string
  receivedAt: number
  provider: string
  type: string
  role: Role
  set: Mention['set']
}

/** How things of one event belong together, by the keys of the mentions. */
export interface NewTie {
  eventId: string
  at: number
  relation: string
  from: string
  to: string
}

export interface Derived {
  eventId: string
  mentions: NewMention[]
  ties: NewTie[]
}

/** What the tables are to say of an event. Pure. */
export function derive(event: EventToJoin): Derived {
  const { id: eventId, storeId, sourceId, dedupeKey, provider, type } = event
  const said = mentionsOf(event)
  const at = timeOf(event)
  const tie = tieOf(sourceId, dedupeKey)
  const key = (thing: Thing) => namingKey(storeId, thing)
  return {
    eventId,
    mentions: said.mentions.map(({ kind, names, role, set }) => ({
      ...{ eventId, storeId, thing: { kind, names }, key: key({ kind, names }), at, tie, provider, type, role },
      rank: rankOf(lifecycleOf(provider, kind), set),
      receivedAt: event.receivedAt.getTime(),
      set,
    })),
    ties: said.ties
      .map(({ relation, from, to }) => ({ eventId, at, relation, from: key(from), to: key(to) }))
      .filter(({ from, to }) => from !== to),
  }
}

/** One text for a set of names of one kind in one store. */
export function namingKey(storeId: string, thing: Thing): string {
  return `${storeId}\n${keyOf(thing)}`
}

function lifecycleOf(provider: string, kind: Kind) {
  return findProvider(provider)?.lifecycles.find((lifecycle) => lifecycle.kind === kind)
}
