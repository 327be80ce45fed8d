import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { RebuildList } from './schemas'

const RUNNING_MS = 1_000
const RESTING_MS = 30_000

/** The rebuilds of the timelines, the newest first; kept up to date, every second while one runs. */
export function rebuildsOptions() {
  return queryOptions({
    queryKey: ['rebuilds'],
    queryFn: ({ signal }) => fetchJson<RebuildList>('/api/v1/rebuilds', { signal }),
    refetchInterval: ({ state: { data } }) => (data?.items[0]?.status === 'running' ? RUNNING_MS : RESTING_MS),
  })
}
