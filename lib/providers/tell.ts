import type { Fact, Relation } from './facts'
import type { Identifier, Scheme } from './identifiers'
import { type EntityKind, joinName, normalise, SCHEMES } from './identifiers'
import { isObject, type JsonObject, member } from './json'
import { identify, type Name, type Naming } from './naming'
import { readField, type Source } from './read-field'
import { FIELDS, type FieldType, RELATIONS, type STATES } from './vocabulary'

/** Where the bodies of one group of event types hold what can be said of a thing of each kind. */
export type Telling = {
  readonly [K in EntityKind]?: {
    readonly [F in Exclude<keyof (typeof FIELDS)[K], 'state'>]?: Source<(typeof FIELDS)[K][F]>
  }
}

/** The state that an event type means for what it is about, by kind. */
export type States = { readonly [K in EntityKind]?: Readonly<Record<string, (typeof STATES)[K][number]>> }

/** Everything a body is read with. */
export interface Reader {
  naming: Naming
  telling: Telling
  states: States
}

interface Thing {
  kind: EntityKind
  names: string[]
}

const MAX_ITEMS = 1000

/**
 * What a body says, at most about a hundred facts: the states of what it names outside of lists, then how what it is
 * about belongs to the other things. Every name in it is among those that `identify` finds. Whatever is absent or unfit is
 * skipped.
 */
export function tell({ naming, telling, states }: Reader, eventType: string, body: JsonObject): Fact[] {
  const known = new Set(identify(naming, body).identifiers.map(joinName))
  const [single, listed] = things(naming, body, known)
  const about = single.find((thing) => thing.kind === naming.kind)
  const facts: Fact[] = []
  for (const thing of single) {
    const state = thing === about ? own(states[thing.kind] ?? {}, eventType) : undefined
    const set = { ...(state === undefined ? {} : { state }), ...fieldsOf(thing.kind, telling, body) }
    // Two names say something by themselves: that they belong together.
    if (Object.keys(set).length > 0 || thing.names.length > 1) {
      // `set` was read by the table of this very kind, which the compiler cannot follow.
      facts.push({ fact: 'state', ...thing, set } as Fact)
    }
  }
  return about ? [...facts, ...relationsOf(about, [...single, ...listed])] : facts
}

/**
 * The things that a body names, in the order of the naming: names of one kind in one object name one thing. First those
 * outside of lists, then those in them, each once.
 */
function things(naming: Naming, body: JsonObject, known: ReadonlySet<string>): [single: Thing[], listed: Thing[]] {
  const single = new Map<string, Thing>()
  const listed = new Map<string, Thing>()
  for (const [place, names] of byPlace(naming.names)) {
    const kind = kindOf(names)
    const container = names[0]?.length === 3 ? member(body, names[0][1]) : body
    if (Array.isArray(container)) {
      for (const item of container.slice(0, MAX_ITEMS)) {
        const found = namesIn(item, names, known)
        if (kind && found.length > 0) listed.set(`${kind} ${found.join(' ')}`, { kind, names: found })
      }
    } else {
      const found = namesIn(container, names, known)
      if (kind && found.length > 0) single.set(place, { kind, names: found })
    }
  }
  return [[...single.values()], [...listed.values()]]
}

function byPlace(names: readonly Name[]): Map<string, Name[]> {
  const places = new Map<string, Name[]>()
  for (const name of names) {
    const place = `${SCHEMES[name[0]].kind} ${name.length === 3 ? name[1] : ''}`
    places.set(place, [...(places.get(place) ?? []), name])
  }
  return places
}

function kindOf(names: readonly Name[]): EntityKind | undefined {
  return names[0] && SCHEMES[names[0][0]].kind
}

function namesIn(value: unknown, names: readonly Name[], known: ReadonlySet<string>): string[] {
  if (!isObject(value)) return []
  const found = names.map(([scheme, ...path]) => nameFor(scheme, member(value, path.at(-1) ?? '')))
  return [...new Set(found.filter((name) => name !== null && known.has(name)))].filter((name) => name !== null)
}

function nameFor(scheme: Scheme, raw: unknown): string | null {
  const value = normalise(scheme, raw)
  return value === null ? null : joinName({ scheme, value } satisfies Identifier)
}

function fieldsOf(kind: EntityKind, telling: Telling, body: JsonObject): Record<string, unknown> {
  const types: Readonly<Record<string, FieldType>> = FIELDS[kind]
  const set: Record<string, unknown> = {}
  for (const [field, source] of Object.entries<Source<FieldType>>(telling[kind] ?? {})) {
    const type = types[field]
    const value = type && readField(type, source, body)
    if (value !== undefined) set[field] = value
  }
  return set
}

function relationsOf(from: Thing, others: readonly Thing[]): Fact[] {
  const words: Partial<Record<EntityKind, Relation>> = RELATIONS[from.kind]
  return others.flatMap((to) => {
    const relation = to === from ? undefined : words[to.kind]
    return relation ? [{ fact: 'relation', relation, from, to }] : []
  })
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
