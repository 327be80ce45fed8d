import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import { isSettled, refetchAfter } from './at-work'
import type { FailureList, RunItem, TargetList } from './schemas'

const WAITING_MS = 5_000
const HANDLERS_MS = 5_000
const FAILURES_MS = 10_000

/** One run with its attempts; kept up to date until it is over, every second while it is at work. */
export function runOptions(id: string) {
  return queryOptions({
    queryKey: ['runs', 'detail', id],
    queryFn: ({ signal }) => fetchJson<RunItem>(`/api/v1/runs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || isSettled(data) ? false : refetchAfter([data], new Date(), WAITING_MS),
  })
}

/** Every handler and destination with how it is doing; kept up to date while in view. */
export function handlersOptions() {
  return queryOptions({
    queryKey: ['handlers'],
    queryFn: ({ signal }) => fetchJson<TargetList>('/api/v1/handlers', { signal }),
    refetchInterval: HANDLERS_MS,
  })
}

/** What failed, by group; kept up to date while in view. */
export function failuresOptions() {
  return queryOptions({
    queryKey: ['failures'],
    queryFn: ({ signal }) => fetchJson<FailureList>('/api/v1/failures', { signal }),
    refetchInterval: FAILURES_MS,
  })
}
