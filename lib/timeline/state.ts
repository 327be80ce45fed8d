import { comparePlaces, type PlacedMention } from './mention'
import type { FieldItem } from './schemas'
import { FIELD_NAMES } from './words'

/** The value of a field, with the place and the event that last said so. */
export interface FieldState {
  value: unknown
  at: number
  rank: number
  tie: string
  eventId: string
}

type Fields = Readonly<Record<string, FieldState>>

/** What is so of an entity: by provider, then by field. Whatever was said last, by occurrence, holds. */
export type State = { readonly [provider: string]: Fields }

export const EMPTY: State = {}

/** What one mention says, as a state. */
export function stateOf({ provider, set, at, rank, tie, eventId }: PlacedMention): State {
  const said = Object.entries(set ?? {}).filter(([, value]) => value !== undefined)
  if (said.length === 0) return EMPTY
  return { [provider]: Object.fromEntries(said.map(([field, value]) => [field, { value, at, rank, tie, eventId }])) }
}

/**
 * Both states in one: of each field the later value. Associative, commutative and idempotent, so that no order of arrival and no
 * repeat makes a difference.
 */
export function mergeStates(a: State, b: State): State {
  return merge(a, b, mergeFields)
}

/** The states of all the mentions in one, whatever their order. */
export function foldMentions(mentions: Iterable<PlacedMention>): State {
  const state: Record<string, Record<string, FieldState>> = {}
  for (const mention of mentions) {
    for (const [provider, fields] of Object.entries(stateOf(mention))) {
      const known = state[provider] ?? {}
      state[provider] = known
      for (const [field, said] of Object.entries(fields)) known[field] = later(known[field] ?? said, said)
    }
  }
  return state
}

/** The state word that was said last, by whichever provider; null where none was. */
export function wordOf(state: State): string | null {
  const [last] = saidOf(state, 'state')
  return typeof last?.value === 'string' ? last.value : null
}

/** The providers' own words for where it stands, the latest first. */
export function statusesOf(state: State): { provider: string; status: string }[] {
  return saidOf(state, 'status').flatMap(({ provider, value }) =>
    typeof value === 'string' ? [{ provider, status: value }] : [],
  )
}

/**
 * Every field but the state word, in the order in which people read them: what was said last, and what other providers say
 * where that differs.
 */
export function fieldsOf(state: State): FieldItem[] {
  const told = new Set(Object.values(state).flatMap((fields) => Object.keys(fields)))
  const names = [...FIELD_NAMES.filter((name) => told.delete(name)), ...[...told].sort()]
  return names
    .filter((field) => field !== 'state')
    .flatMap((field) => {
      const [latest, ...others] = saidOf(state, field)
      if (!latest) return []
      const differing = others.filter(({ value }) => canonical(value) !== canonical(latest.value))
      return [{ field, ...itemOf(latest), others: differing.map(itemOf) }]
    })
}

interface Said extends FieldState {
  provider: string
}

/** What each provider last said of a field, the latest first. */
function saidOf(state: State, field: string): Said[] {
  return Object.entries(state)
    .flatMap(([provider, fields]) => {
      const said = fields[field]
      return said ? [{ provider, ...said }] : []
    })
    .sort((a, b) => compareSaid(b, a) || (a.provider < b.provider ? -1 : 1))
}

function itemOf({ provider, value, at, eventId }: Said): Omit<FieldItem, 'field' | 'others'> {
  return { value, provider, saidAt: new Date(at).toISOString(), eventId }
}

function mergeFields(a: Fields, b: Fields): Fields {
  return merge(a, b, later)
}

function merge<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  both: (a: T, b: T) => T,
): Record<string, T> {
  const merged: Record<string, T> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const known = merged[key]
    merged[key] = known === undefined ? value : both(known, value)
  }
  return merged
}

function later(a: FieldState, b: FieldState): FieldState {
  return a !== b && compareSaid(a, b) < 0 ? b : a
}

/** By place; an event that says two things of one field is decided by their text. */
function compareSaid(a: FieldState, b: FieldState): number {
  return (
    comparePlaces(a, b) || compareTexts(a.eventId, b.eventId) || compareTexts(canonical(a.value), canonical(b.value))
  )
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** JSON with sorted keys, so that the order of keys makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareTexts(a, b)))
      : inner,
  )
}
