import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { RefusalList, SourceList } from './schemas'

const REFRESH_MS = 10_000

/** Every source with its secrets and what came lately; kept up to date while in view. */
export function sourcesOptions() {
  return queryOptions({
    queryKey: ['sources'],
    queryFn: ({ signal }) => fetchJson<SourceList>('/api/v1/sources', { signal }),
    refetchInterval: REFRESH_MS,
  })
}

/** Requests that came to addresses that are no source. */
export function refusalsOptions() {
  return queryOptions({
    queryKey: ['refusals'],
    queryFn: ({ signal }) => fetchJson<RefusalList>('/api/v1/refusals', { signal }),
    refetchInterval: REFRESH_MS,
  })
}
