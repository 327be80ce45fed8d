import { toggleValue } from '@/lib/search/language/edit'
import type { EstimatedCount, FacetValue } from '@/lib/search/summary/schemas'
import { sumOf } from '../summary/count-words'
import { type Choice, choiceOf, toggleExcluded } from './choice'

/** Event types that share their first word, and can be asked for at once. */
export interface Family<V extends FacetValue = FacetValue> {
  /** `order.*`. */
  pattern: string
  members: V[]
  sum: EstimatedCount
}

/** The types by family, the most frequent first; a type that has no relatives stands alone. */
export function familiesOf<V extends FacetValue>(values: readonly V[]): (Family<V> | V)[] {
  const groups = new Map<string, V[]>()
  for (const value of values) {
    const pattern = patternOf(value.value)
    groups.set(pattern, [...(groups.get(pattern) ?? []), value])
  }
  return [...groups]
    .flatMap(([pattern, members]): (Family<V> | V)[] =>
      members.length > 1 ? [{ pattern, members, sum: sumOf(members) }] : members,
    )
    .sort((a, b) => countOf(b) - countOf(a))
}

/** How a value stands in a query: `covered` is one whose family is chosen whole. */
export type Standing = 'chosen' | 'excluded' | 'covered' | 'off'

/** How a type stands that may be chosen with its family. */
export function standingOf(value: string, { chosen, excluded }: Choice): Standing {
  if (excluded.includes(value)) return 'excluded'
  if (chosen.includes(value)) return 'chosen'
  return chosen.some((pattern) => covers(pattern, value)) ? 'covered' : 'off'
}

/** Whether a family is chosen whole, in part, left out or not at all. */
export function familyStanding({ pattern, members }: Family, choice: Choice): 'chosen' | 'part' | 'excluded' | 'off' {
  if (choice.excluded.includes(pattern)) return 'excluded'
  const wanted = members.filter(({ value }) => ['chosen', 'covered'].includes(standingOf(value, choice)))
  if (choice.chosen.includes(pattern)) return wanted.length === members.length ? 'chosen' : 'part'
  return wanted.length > 0 ? 'part' : 'off'
}

/** Asks for the whole family, or no longer; its members are then not named one by one. */
export function toggleFamily(q: string, family: Family): string {
  const standing = familyStanding(family, choiceOf(q, 'type'))
  if (standing === 'excluded') return toggleExcluded(q, 'type', family.pattern)
  const without = family.members.reduce((text, { value }) => withoutType(text, value), q)
  const isWhole = choiceOf(without, 'type').chosen.includes(family.pattern)
  return standing === 'chosen' || !isWhole ? toggleValue(without, 'type', family.pattern) : without
}

/** Changes how a type stands: one whose family is chosen whole is left out of it. */
export function toggleType(q: string, value: string): string {
  const standing = standingOf(value, choiceOf(q, 'type'))
  return standing === 'excluded' || standing === 'covered'
    ? toggleExcluded(q, 'type', value)
    : toggleValue(q, 'type', value)
}

/** Whether a type fits a pattern in which `*` stands for any characters. */
export function covers(pattern: string, type: string): boolean {
  if (!pattern.includes('*')) return pattern === type
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(type)
}

function withoutType(q: string, value: string): string {
  const { chosen, excluded } = choiceOf(q, 'type')
  if (chosen.includes(value)) return toggleValue(q, 'type', value)
  return excluded.includes(value) ? toggleExcluded(q, 'type', value) : q
}

function patternOf(type: string): string {
  const dot = type.indexOf('.')
  return dot > 0 ? `${type.slice(0, dot)}.*` : type
}

function countOf(entry: Family | FacetValue): number {
  return 'members' in entry ? entry.sum.count : entry.count
}
