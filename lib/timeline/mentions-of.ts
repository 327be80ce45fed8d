import { decodeBody } from '@/lib/ingest/decode'
import type { Fact, Named, Relation } from '@/lib/providers/facts'
import type { HeaderList } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/registry'
import { kindOfName } from './kind-of'
import { isKind, type Kind } from './kinds'
import type { Mention, Role } from './mention'
import { entityName } from './names'

/** What an event is read from to find out what it says. */
export interface EventContent {
  provider: string
  type: string
  headers: HeaderList
  /** As it was sent, in its content coding. */
  body: Uint8Array
  /** As events have them: `order_id:42`. */
  identifiers: readonly string[]
  subjectKind: string | null
}

/** A thing by its names, as entities have them. */
export interface Thing {
  kind: Kind
  names: readonly string[]
}

/** `from` belongs to `to`: "shipment x delivers order y". */
export interface Tie {
  relation: Relation
  from: Thing
  to: Thing
}

export interface Said {
  /** One for each thing, the subject's first where it is one. */
  mentions: Mention[]
  ties: Tie[]
}

/**
 * What an event says of each thing that it names, and how those belong together. Pure: the same event always says the same
 * under the same rules. A message is no thing of its own; its customer is. Never throws.
 */
export function mentionsOf(event: EventContent): Said {
  const facts = factsOf(event)
  const mentions = new Map<string, Mention>()
  const mention = (named: Named, role: Role, set: Mention['set']) => {
    const thing = thingOf(named, event.provider)
    if (!thing) return
    const known = mentions.get(keyOf(thing))
    mentions.set(keyOf(thing), {
      ...thing,
      role: strongerRole(known?.role, role),
      set: known?.set && set ? { ...known.set, ...set } : (known?.set ?? set),
    })
  }
  const subject = subjectOf(facts, event.subjectKind)
  if (subject) mention(subject, 'subject', null)
  for (const fact of facts) {
    // What is said of a message is dropped with it, which the compiler cannot follow.
    if (fact.fact === 'state') mention(fact, 'named', hasFields(fact.set) ? (fact.set as Mention['set']) : null)
    else {
      mention(fact.from, 'subject', null)
      mention(fact.to, fact.relation, null)
    }
  }
  const told = new Set(
    facts.flatMap((fact) => (fact.fact === 'state' ? fact.names : [...fact.from.names, ...fact.to.names])),
  )
  let isSubjectKnown = subject !== undefined
  for (const name of event.identifiers) {
    const kind = kindOfName(name)
    if (told.has(name) || !kind) continue
    const isSubject = !isSubjectKnown && kind === event.subjectKind
    mention({ kind, names: [name] }, isSubject ? 'subject' : 'named', null)
    isSubjectKnown ||= isSubject
  }
  return { mentions: [...mentions.values()], ties: tiesOf(facts, event.provider) }
}

/** One text for a thing: equal for equal kinds and names. */
export function keyOf({ kind, names }: Thing): string {
  return `${kind}\n${names.join('\n')}`
}

function factsOf({ provider, type, headers, body }: EventContent): Fact[] {
  const bytes = decodeBody(headers, body).bytes
  return findProvider(provider)?.facts({ eventType: type, headers, body: bytes }) ?? []
}

/** What relations start from; where there are none, the first thing of the event's own kind that something is said of. */
function subjectOf(facts: readonly Fact[], kind: string | null): Named | undefined {
  for (const fact of facts) if (fact.fact === 'relation') return fact.from
  for (const fact of facts) if (fact.fact === 'state' && fact.kind === kind) return fact
  return undefined
}

function tiesOf(facts: readonly Fact[], provider: string): Tie[] {
  return facts.flatMap((fact) => {
    if (fact.fact === 'state') return []
    const [from, to] = [thingOf(fact.from, provider), thingOf(fact.to, provider)]
    return from && to ? [{ relation: fact.relation, from, to }] : []
  })
}

function thingOf({ kind, names }: Named, provider: string): Thing | null {
  if (!isKind(kind) || names.length === 0) return null
  return { kind, names: [...new Set(names.map((name) => entityName(name, provider)))].sort() }
}

function strongerRole(known: Role | undefined, role: Role): Role {
  if (known === undefined || known === 'named') return role
  return role === 'subject' ? role : known
}

function hasFields(set: object): boolean {
  return Object.keys(set).length > 0
}
