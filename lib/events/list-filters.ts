import { createLoader, createSerializer, parseAsArrayOf, parseAsString } from 'nuqs/server'
import { printTerms } from '@/lib/search/language/print'
import { type TermParameters, termsOf } from '@/lib/search/terms-of'

/** The state of the event list as it stands in the page's URL: the query, and the columns where they are not the usual ones. */
export const listParsers = {
  q: parseAsString.withDefault(''),
  columns: parseAsArrayOf(parseAsString),
}

/** Reads the state from a page's `searchParams`, on the server. */
export const loadListState = createLoader(listParsers)

/** The query string of a state, `?` included; spelled as the page itself spells it, so that equal states have equal links. */
export const listSearch = createSerializer(listParsers)

/** The API's parameters for a query. A page shows rejected deliveries in their place unless the query says otherwise. */
export function listQuery(q: string): Record<string, string> {
  const asked = q.trim()
  return asked === '' ? { rejected: 'include' } : { q: asked, rejected: 'include' }
}

const OLD_PARAMETERS = [
  ...['provider', 'source', 'type', 'order', 'verdict', 'status', 'handler', 'failure', 'from', 'to'],
  'rejected',
] as const

/**
 * What a link asks for that names each thing by a parameter of its own, as one query together with its `q`; null where it has
 * no such parameter.
 */
export function queryOfParameters(parameters: Record<string, string | readonly string[] | undefined>): string | null {
  if (!OLD_PARAMETERS.some((name) => parameters[name] !== undefined)) return null
  const { q, rejected } = parameters
  const terms = termsOf(parameters as TermParameters)
  const leavesOut =
    [rejected].flat().includes('exclude') && !terms.some((term) => 'key' in term && term.key === 'verdict')
  const parts = [[q ?? []].flat()[0], printTerms(terms), leavesOut ? '-verdict:rejected' : undefined]
  return parts.filter((part) => part !== undefined && part.trim() !== '').join(' ')
}
