import { appendTerm, removeTerm, replaceTerm, valuesOf } from '@/lib/search/language/edit'
import { parseQuery } from '@/lib/search/language/parse'
import { printTerm } from '@/lib/search/language/print'
import type { FieldTerm } from '@/lib/search/language/term'
import { FACETS, type FacetKey } from '@/lib/search/summary/schemas'

/** What a query asks of a facet: the values it wants and those it leaves out. */
export interface Choice {
  chosen: readonly string[]
  excluded: readonly string[]
}

/** What a query asks of a facet. Terms such as `type:*` name no value. */
export function choiceOf(q: string, key: FacetKey): Choice {
  return { chosen: valuesOf(q, key), excluded: [...new Set(negated(q, key).flatMap(({ term }) => term.values))] }
}

/** How many values of all facets a query names, left out ones too. */
export function countChoices(q: string): number {
  return FACETS.reduce((sum, key) => {
    const { chosen, excluded } = choiceOf(q, key)
    return sum + chosen.length + excluded.length
  }, 0)
}

/** Leaves the value out, or no longer where the query does. */
export function toggleExcluded(q: string, key: FacetKey, value: string): string {
  const terms = negated(q, key)
  const named = terms.findLast(({ term }) => term.values.includes(value))
  if (named) {
    const values = named.term.values.filter((each) => each !== value)
    const rest = values.length > 0 ? printTerm({ ...named.term, values }) : null
    const next = rest === null ? removeTerm(q, named.index) : replaceTerm(q, named.index, rest)
    return choiceOf(next, key).excluded.includes(value) ? toggleExcluded(next, key, value) : next
  }
  const [first] = terms
  if (first) return replaceTerm(q, first.index, printTerm({ ...first.term, values: [...first.term.values, value] }))
  return appendTerm(q, printTerm({ kind: 'field', not: true, key, op: 'is', values: [value] }))
}

/** Without any value of the facet, wanted or left out. */
export function clearFacet(q: string, key: FacetKey): string {
  return parseQuery(q).terms.reduceRight(
    (text, { term }, index) => (term.kind === 'field' && term.key === key ? removeTerm(text, index) : text),
    q,
  )
}

function negated(q: string, key: FacetKey): { term: FieldTerm; index: number }[] {
  return parseQuery(q).terms.flatMap(({ term }, index) =>
    term.kind === 'field' && term.key === key && term.not && term.op === 'is' ? [{ term, index }] : [],
  )
}
