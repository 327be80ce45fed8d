import { parseQuery } from './parse'
import { printTerm } from './print'
import type { FieldTerm, Key, PlacedTerm } from './term'

/**
 * Edits of the text of a query. What they do not change stays as the person typed it, faults too, so that the row, its chips and
 * the facets are views of one text. A text over the longest query is known to hold no terms.
 */

/** The values that the positive `key:value` terms ask for, each once. */
export function valuesOf(text: string, key: Key): string[] {
  return [...new Set(positive(text, key).flatMap(({ term }) => (term.kind === 'field' ? term.values : [])))]
}

/** One positive term of the key with these values in place of all there are; none where there are no values. */
export function setValues(text: string, key: Key, values: readonly string[]): string {
  const unique = [...new Set(values)]
  const term: FieldTerm = { kind: 'field', not: false, key, op: 'is', values: unique }
  return substitute(text, positive(text, key), unique.length > 0 ? printTerm(term) : '')
}

/** Asks for the value as well where the key does not, no longer where it does. */
export function toggleValue(text: string, key: Key, value: string): string {
  const values = valuesOf(text, key)
  const rest = values.filter((one) => one !== value)
  return setValues(text, key, rest.length < values.length ? rest : [...values, value])
}

/** Without the term at this place of `parseQuery(text).terms`; the text itself where there is none. */
export function removeTerm(text: string, index: number): string {
  return replaceTerm(text, index, '')
}

/** With other text in place of the term at this place of `parseQuery(text).terms`; the text itself where there is none. */
export function replaceTerm(text: string, index: number, newText: string): string {
  const term = parseQuery(text).terms[index]
  return term ? substitute(text, [term], newText) : text
}

/** With a term more, at the end; before a quote that is never closed, which would swallow it. */
export function appendTerm(text: string, termText: string): string {
  const added = termText.trim()
  if (added === '') return text
  const open = parseQuery(text).faults.find(({ code }) => code === 'unclosed_quote')
  if (open) return `${text.slice(0, open.start)}${added} ${text.slice(open.start)}`
  return text.trim() === '' ? added : `${text.trimEnd()} ${added}`
}

/**
 * Terms for `from` (inclusive) and `to` (exclusive), ISO 8601 or a time ago, in place of all terms of the key; null is no bound.
 */
export function setRange(text: string, key: 'received' | 'occurred', from: string | null, to: string | null): string {
  const bounds = [from && `${key}:>=${from}`, to && `${key}:<${to}`].filter(Boolean).join(' ')
  const old = parseQuery(text).terms.filter(({ term }) => term.kind === 'field' && term.key === key)
  return substitute(text, old, bounds)
}

function positive(text: string, key: Key): PlacedTerm[] {
  return parseQuery(text).terms.filter(
    ({ term }) => term.kind === 'field' && term.key === key && !term.not && term.op === 'is',
  )
}

/** Puts text in the place of the first of the terms and takes the others out; appends it where there are none. */
function substitute(text: string, terms: readonly PlacedTerm[], newText: string): string {
  const [first, ...rest] = terms
  if (!first) return appendTerm(text, newText)
  const without = rest.reduceRight((left, term) => cut(left, term), text)
  if (newText.trim() === '') return cut(without, first)
  return without.slice(0, first.start) + newText.trim() + without.slice(first.end)
}

/** Takes a term out with the space behind it, or, of the last one, the space before it. */
function cut(text: string, { start, end }: PlacedTerm): string {
  const behind = text.slice(end)
  return behind.trim() === '' ? text.slice(0, start).trimEnd() : text.slice(0, start) + behind.trimStart()
}
