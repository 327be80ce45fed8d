import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import type { PreviewInput, ReplayDetail, ReplayItem, ReplayList, ReplayPreview } from './schemas'

const UNDER_WAY_MS = 1_000
const REFRESH_MS = 10_000
const PAGE_SIZE = 50

/** Replays, the newest first, page by page; every second while one of them is under way. */
export function replaysOptions() {
  return infiniteQueryOptions({
    queryKey: ['replays', 'list'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ReplayList>(
        `/api/v1/replays?${new URLSearchParams({ limit: String(PAGE_SIZE), ...(pageParam ? { cursor: pageParam } : {}) })}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? UNDER_WAY_MS : REFRESH_MS,
  })
}

/** One replay with what failed in it; every second while it is under way. */
export function replayOptions(id: string) {
  return queryOptions({
    queryKey: ['replays', 'detail', id],
    queryFn: ({ signal }) => fetchJson<ReplayDetail>(`/api/v1/replays/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? UNDER_WAY_MS : REFRESH_MS),
  })
}

/** What an order would replay and what it would leave out, at this moment. */
export function previewOptions(order: PreviewInput) {
  return queryOptions({
    queryKey: ['replays', 'preview', order],
    queryFn: ({ signal }) => fetchJson<ReplayPreview>('/api/v1/replays/preview', { send: order, signal }),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
}

/** One that was paused or cancelled is under way too until what was ordered is over. */
function isUnderWay({ status, total, succeeded, failed, cancelled, waiting }: ReplayItem): boolean {
  if (status === 'running') return true
  return status !== 'finished' && total - succeeded - failed - cancelled > (status === 'paused' ? waiting : 0)
}
