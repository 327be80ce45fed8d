import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import { isUnused } from './is-unused'
import type { Overview } from './schemas'
import type { WindowName } from './windows'

const REFRESH_MS = 30_000
/** Somebody waits for the first delivery. */
const FIRST_MS = 3_000

/** The overview of a window of time; kept up to date while in view. What is shown stays until another window is there. */
export function overviewOptions(window: WindowName) {
  return queryOptions({
    queryKey: ['overview', window],
    queryFn: ({ signal }) => fetchJson<Overview>(`/api/v1/overview?window=${window}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnused(data) ? FIRST_MS : REFRESH_MS),
    placeholderData: keepPreviousData,
  })
}
