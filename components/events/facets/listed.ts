import type { Facet, FacetKey, FacetValue } from '@/lib/search/summary/schemas'
import type { Choice } from './choice'
import { covers } from './families'

/** As many values as an answer holds of a facet. */
const ANSWERED = 50

/** A value as it is listed. `isCounted` is false where the answer does not say how many there are. */
export interface ListedValue extends FacetValue {
  isCounted: boolean
}

/**
 * The values of a facet as they are listed: those that the query names first, though there be none of them, then the others as
 * they were answered. `fixed` are all values there are of a facet that has few: they keep their places, come what may.
 */
export function listedValues(
  key: FacetKey,
  answered: Pick<Facet, 'values' | 'isEstimate'> | null,
  { chosen, excluded }: Choice,
  fixed: readonly string[] = [],
): ListedValue[] {
  const named = [...chosen, ...excluded]
  const known = new Map((answered?.values ?? []).map((value) => [value.value, { ...value, isCounted: true }]))
  const listed = (value: string): ListedValue =>
    known.get(value) ?? { value, title: null, ...unanswered(key, value, answered) }
  const order = fixed.length > 0 ? [...fixed, ...named, ...known.keys()] : [...named, ...known.keys()]
  return [...new Set(order)].map(listed)
}

/**
 * What is not among the answer is not there, or so rare that a sample missed it, unless the answer was cut short; a pattern holds
 * what fits it. Of a handler with several destinations that is not told by theirs: an event may have gone to each.
 */
function unanswered(key: FacetKey, value: string, answered: Pick<Facet, 'values' | 'isEstimate'> | null) {
  const { values, isEstimate } = answered ?? { values: [], isEstimate: true }
  const isOfSeveral = key === 'handler' && values.some((each) => each.value.startsWith(`${value}:`))
  const isCounted = answered !== null && values.length < ANSWERED && !isOfSeveral
  const fitting = key === 'type' ? values.filter((each) => covers(value, each.value)) : []
  return {
    count: fitting.reduce((sum, { count }) => sum + count, 0),
    isEstimate: isEstimate || fitting.some((each) => each.isEstimate),
    isCounted: isCounted || fitting.length > 0,
  }
}

/** Puts values back to the places they had, new ones last: nothing moves under a pointer. */
export function inFormerOrder<T>(values: readonly T[], former: readonly string[], nameOf: (value: T) => string): T[] {
  const places = new Map(former.map((name, place) => [name, place]))
  const place = (value: T) => places.get(nameOf(value)) ?? former.length
  return values.toSorted((a, b) => place(a) - place(b))
}
