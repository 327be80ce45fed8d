import { createLoader, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { VerdictName } from './schemas'
import { VERDICT_MEANING } from './verdict-words'

/** In the order of what they prove. Taken from the words, for the zod schemas are not to be sent to browsers. */
export const VERDICT_NAMES = Object.keys(VERDICT_MEANING) as VerdictName[]

/** The state of the event list as it stands in the page's URL. Names equal the API's parameters. */
export const listFilterParsers = {
  provider: parseAsString,
  source: parseAsString,
  type: parseAsArrayOf(parseAsString),
  order: parseAsString,
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICT_NAMES)),
  status: parseAsArrayOf(parseAsStringLiteral(RUN_STATUSES)),
  handler: parseAsString,
  failure: parseAsString,
  from: parseAsString,
  to: parseAsString,
  rejected: parseAsStringLiteral(['include', 'exclude']),
}

export type ListFilters = inferParserType<typeof listFilterParsers>

/** Reads the filters from a page's `searchParams`, on the server. Values that are not understood count as absent. */
export const loadListFilters = createLoader(listFilterParsers)

export const NO_FILTERS: ListFilters = {
  provider: null,
  source: null,
  type: null,
  order: null,
  verdict: null,
  status: null,
  handler: null,
  failure: null,
  from: null,
  to: null,
  rejected: null,
}

/** The API's parameters for these filters. A page shows rejected deliveries in their place unless told otherwise. */
export function filtersToQuery(filters: ListFilters): Record<string, string> {
  const query: Record<string, string> = { rejected: filters.rejected ?? 'include' }
  if (filters.provider) query.provider = filters.provider
  if (filters.source) query.source = filters.source
  if (filters.type?.length) query.type = filters.type.join(',')
  if (filters.order?.trim()) query.order = filters.order.trim()
  if (filters.verdict?.length) query.verdict = filters.verdict.join(',')
  if (filters.status?.length) query.status = filters.status.join(',')
  if (filters.handler) query.handler = filters.handler
  if (filters.failure) query.failure = filters.failure
  if (filters.from) query.from = filters.from
  if (filters.to) query.to = filters.to
  return query
}

/** Whether anything but the default is asked for. */
export function isFiltered(filters: ListFilters): boolean {
  const { rejected, ...query } = filtersToQuery(filters)
  return rejected === 'exclude' || Object.keys(query).length > 0
}
