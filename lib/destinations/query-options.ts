import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { DestinationList } from './schemas'

const REFRESH_MS = 10_000

/** Every destination; kept up to date while in view. */
export function destinationsOptions() {
  return queryOptions({
    queryKey: ['destinations'],
    queryFn: ({ signal }) => fetchJson<DestinationList>('/api/v1/destinations', { signal }),
    refetchInterval: REFRESH_MS,
  })
}
