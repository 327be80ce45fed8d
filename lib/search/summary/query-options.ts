import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import { parseQuery } from '../language/parse'
import type { EventSummary } from './schemas'

const REFRESH_MS = 10_000
const ESTIMATE_REFRESH_MS = 30_000

/**
 * What the query `q` comes to, rejected deliveries included: how many, the facets, the histogram. While a new one is asked
 * for the former answer stays (`isPlaceholderData`), and the request for it is called off. Asks again by itself, less often
 * where the answer is an estimate. A query with faults is not asked. Throws ApiProblem.
 */
export function summaryOptions(q: string) {
  return queryOptions({
    queryKey: ['events', 'summary', q],
    queryFn: ({ signal }) =>
      fetchJson<EventSummary>(`/api/v1/events/summary?${new URLSearchParams({ q, rejected: 'include' })}`, { signal }),
    enabled: parseQuery(q).faults.length === 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.total.isEstimate ? ESTIMATE_REFRESH_MS : REFRESH_MS),
    gcTime: 60_000,
  })
}
