import { createLoader, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { FINDING_RULE_NAMES } from './finding-rules'

/** What a list can be narrowed to: `any` open problem, or one rule. */
export const FINDING_CHOICES = ['any', ...FINDING_RULE_NAMES] as const

/** The state of a list of entities as it stands in the page's URL. Names equal the API's parameters. */
export const entityFilterParsers = {
  q: parseAsString,
  state: parseAsArrayOf(parseAsString),
  provider: parseAsString,
  finding: parseAsArrayOf(parseAsStringLiteral(FINDING_CHOICES)),
  from: parseAsString,
  to: parseAsString,
}

export type EntityFilters = inferParserType<typeof entityFilterParsers>

/** Reads the filters from a page's `searchParams`, on the server. Values that are not understood count as absent. */
export const loadEntityFilters = createLoader(entityFilterParsers)

export const NO_ENTITY_FILTERS: EntityFilters = {
  q: null,
  state: null,
  provider: null,
  finding: null,
  from: null,
  to: null,
}

/** The API's parameters for these filters. */
export function entityFiltersToQuery(filters: EntityFilters): Record<string, string> {
  const query: Record<string, string> = {}
  if (filters.q?.trim()) query.q = filters.q.trim()
  if (filters.state?.length) query.state = filters.state.join(',')
  if (filters.provider) query.provider = filters.provider
  if (filters.finding?.length) query.finding = filters.finding.join(',')
  if (filters.from) query.from = filters.from
  if (filters.to) query.to = filters.to
  return query
}
