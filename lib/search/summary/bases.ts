import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { FieldTerm, Term } from '../language/term'
import { FACETS, type FacetKey } from './schemas'

/** What facets are counted over. */
export interface Base {
  terms: readonly Term[]
  facets: readonly FacetKey[]
}

/**
 * What is to be counted for a query: first the query itself, with the facets that it asks nothing of, then for each other facet
 * the query without its own positive terms. The values of a facet are so counted as if each were chosen instead.
 */
export function basesOf(terms: readonly Term[]): [Base, ...Base[]] {
  const active = FACETS.filter((facet) => terms.some((term) => isChosen(term, facet)) || asksForGroup(terms, facet))
  return [
    { terms, facets: FACETS.filter((facet) => !active.includes(facet)) },
    ...active.map((facet) => ({ terms: without(terms, facet), facets: [facet] })),
  ]
}

function isChosen(term: Term, facet: FacetKey): term is FieldTerm {
  return term.kind === 'field' && term.key === facet && !term.not
}

/** A group of failures is asked of runs that fail, unless another status is asked for: then each is to be counted. */
function asksForGroup(terms: readonly Term[], facet: FacetKey): boolean {
  return facet === 'status' && terms.some((term) => term.kind === 'field' && term.key === 'failure' && !term.not)
}

const ANY_STATUS: FieldTerm = { kind: 'field', not: false, key: 'status', op: 'is', values: [...RUN_STATUSES] }

function without(terms: readonly Term[], facet: FacetKey): Term[] {
  const rest = terms.filter((term) => !isChosen(term, facet))
  return asksForGroup(terms, facet) ? [...rest, ANY_STATUS] : rest
}
