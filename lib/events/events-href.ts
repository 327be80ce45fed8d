import { printTerms } from '@/lib/search/language/print'
import type { Term } from '@/lib/search/language/term'
import { type TermParameters, termsOf } from '@/lib/search/terms-of'
import { listSearch } from './list-filters'

/** The page that lists the events of a query: its text, its terms, or what it asks for by parameters of the API. */
export function eventsHref(asked: string | readonly Term[] | TermParameters): string {
  return `/events${listSearch({ q: textOf(asked) })}`
}

function textOf(asked: string | readonly Term[] | TermParameters): string {
  if (typeof asked === 'string') return asked
  return printTerms(isTerms(asked) ? asked : termsOf(asked))
}

function isTerms(asked: readonly Term[] | TermParameters): asked is readonly Term[] {
  return Array.isArray(asked)
}
