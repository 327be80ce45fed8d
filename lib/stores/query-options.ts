import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { StoreList } from './schemas'

/** Every store with the rules of its timelines. */
export function storesOptions() {
  return queryOptions({
    queryKey: ['stores'],
    queryFn: ({ signal }) => fetchJson<StoreList>('/api/v1/stores', { signal }),
  })
}
