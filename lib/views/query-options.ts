import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { ViewList } from './schemas'

const FRESH_MS = 60_000

/** The key of the saved views, for the server's prefetch and the browser alike. */
export function viewsKey() {
  return ['views'] as const
}

/** The saved views that the person sees: their own and the shared ones, by name. */
export function viewsOptions() {
  return queryOptions({
    queryKey: viewsKey(),
    queryFn: ({ signal }) => fetchJson<ViewList>('/api/v1/views', { signal }),
    staleTime: FRESH_MS,
  })
}
