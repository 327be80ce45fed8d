import type { Translate } from '@/lib/i18n/translate'
import { type RELATIONS, SHAPES, STATES } from '@/lib/providers/vocabulary'
import type { Kind } from './kinds'

type Words = Translate<'words'>

/** A state for people; one that is no longer known reads as it is spelled. */
export function stateWords(kind: Kind, state: string, t: Words): string {
  const known = among(STATES[kind], state)
  return known ? t(`states.${known}`) : sentence(state)
}

/** The names of all fields, in the order in which a page shows them. */
export const FIELD_NAMES = [
  ...(['name', 'email', 'phone', 'state', 'status', 'payment', 'fulfilment', 'awb', 'courier', 'service'] as const),
  ...(['direction', 'reason', 'stock', 'subtotal', 'discount', 'total', 'currency', 'basePrice', 'price'] as const),
  ...(['category', 'brand', 'place', 'from', 'to', 'expectedDeparture', 'departedAt', 'expectedArrival'] as const),
  ...(['arrivedAt', 'lines', 'cancelled', 'variants', 'tags', 'lastMessage'] as const),
] as const

/** A field for people: "Cancelled items". One that is no longer known reads as it is spelled. */
export function fieldTitle(field: string, t: Words): string {
  const known = among(FIELD_NAMES, field)
  return known ? t(`fields.${known}`) : sentence(field)
}

type MemberName = { [S in keyof typeof SHAPES]: keyof (typeof SHAPES)[S] }[keyof typeof SHAPES]
const MEMBER_NAMES = Object.values(SHAPES).flatMap((shape) => Object.keys(shape)) as MemberName[]

/** A member of an object in a field, within a sentence: "still to come". */
export function memberTitle(member: string, t: Words): string {
  const known = among(MEMBER_NAMES, member)
  return known ? t(`members.${known}`) : member
}

type RelationName = { [K in Kind]: (typeof RELATIONS)[K][keyof (typeof RELATIONS)[K]] }[Kind] | 'remainder_of'
/** Relations between things, and `remainder_of`: what a partial cancellation left, told by the numbers alone. */
const RELATION_NAMES: readonly RelationName[] = [
  ...(['placed_by', 'contains', 'delivers', 'receives', 'carries', 'has_variant', 'remainder_of'] as const),
]

/** A relation for people, seen from its first thing (`from`: "Delivers") or from the other (`to`: "Delivered by"). */
export function relationTitle(relation: string, seenFrom: 'from' | 'to', t: Words): string {
  const known = among(RELATION_NAMES, relation)
  return known ? t(`relations.${known}.${seenFrom}`) : sentence(relation)
}

/** `awaiting_awb` as "Awaiting awb", `expectedArrival` as "Expected arrival". */
function sentence(word: string): string {
  const spaced = word
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function among<Name extends string>(names: readonly Name[], name: string): Name | undefined {
  return names.find((known) => known === name)
}
