import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchBytes, fetchJson } from '@/lib/client/fetch-json'
import type { DeliveryDetail, EventDetail, EventItem, EventList } from './schemas'

export type EventPages = InfiniteData<EventList, string | null>

const PAGE_SIZE = 50
const NEWEST_AT_MOST = 200

/** The key of an event list, for the server's prefetch and the browser alike. */
export function eventListKey(query: Record<string, string>) {
  return ['events', 'list', query] as const
}

/**
 * The event list under `query` (see filtersToQuery), page by page. Never refetched by itself: rows that a person looks
 * at must not move; what is new is asked for by `newerEvents`.
 */
export function eventListOptions(query: Record<string, string>) {
  return infiniteQueryOptions({
    queryKey: eventListKey(query),
    queryFn: ({ pageParam, signal }) =>
      fetchJson<EventList>(
        eventsPath({ ...query, limit: String(PAGE_SIZE), ...(pageParam ? { cursor: pageParam } : {}) }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30 * 60_000,
  })
}

/** Events under `query` newer than the id `newest`; the newest of all where the list is empty. */
export function newerEventsOptions(query: Record<string, string>, newest: string | null) {
  return queryOptions({
    queryKey: ['events', 'newer', query, newest],
    queryFn: ({ signal }) =>
      fetchJson<EventList>(
        eventsPath(
          newest ? { ...query, limit: String(NEWEST_AT_MOST), after: newest } : { ...query, limit: String(PAGE_SIZE) },
        ),
        { signal },
      ),
    gcTime: 0,
    retry: false,
  })
}

/** The first page under `query`, to bring the counts of rows in view up to date. */
export function fetchFirstPage(query: Record<string, string>): Promise<EventList> {
  return fetchJson<EventList>(eventsPath({ ...query, limit: String(PAGE_SIZE) }))
}

/** One event with its deliveries and identifiers. */
export function eventOptions(id: string) {
  return queryOptions({
    queryKey: ['events', 'detail', id],
    queryFn: ({ signal }) => fetchJson<EventDetail>(`/api/v1/events/${encodeURIComponent(id)}`, { signal }),
  })
}

/** One delivery with its headers and our answer. */
export function deliveryOptions(id: string) {
  return queryOptions({
    queryKey: ['deliveries', 'detail', id],
    queryFn: ({ signal }) => fetchJson<DeliveryDetail>(`/api/v1/deliveries/${encodeURIComponent(id)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The path of a delivery's exact bytes. */
export function deliveryBodyPath(id: string): string {
  return `/api/v1/deliveries/${encodeURIComponent(id)}/body`
}

/** The exact bytes of a delivery's body. They never change. */
export function deliveryBodyOptions(id: string) {
  return queryOptions({
    queryKey: ['deliveries', 'body', id],
    queryFn: ({ signal }) => fetchBytes(deliveryBodyPath(id), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/**
 * Those of `newer` that belong among `items` and are missing there. The API repeats what is a few seconds older (see
 * searchEvents): some of that may be known, and some may belong to a page that is not loaded yet.
 */
export function onlyUnknown(
  items: readonly EventItem[],
  newer: readonly EventItem[],
  hasOlderPages: boolean,
): EventItem[] {
  const known = new Set(items.map((item) => item.id))
  const oldest = hasOlderPages ? (items.at(-1)?.id ?? '') : ''
  return newer.filter((item) => item.id > oldest && !known.has(item.id))
}

/** The pages with `fresh` in the first of them, newest first. */
export function withNewer(pages: EventPages, fresh: readonly EventItem[]): EventPages {
  const [first, ...rest] = pages.pages
  if (!first) return pages
  const items = [...fresh, ...first.items].sort((a, b) => (a.id < b.id ? 1 : -1))
  return { ...pages, pages: [{ ...first, items }, ...rest] }
}

/** The pages with rows replaced by their present state; none is added, removed or moved. Equal where nothing changed. */
export function withPresentState(pages: EventPages, present: readonly EventItem[]): EventPages {
  const byId = new Map(present.map((item) => [item.id, item]))
  let changed = false
  const next = pages.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      const now = byId.get(item.id)
      if (!now || (now.deliveryCount === item.deliveryCount && now.lastReceivedAt === item.lastReceivedAt)) return item
      changed = true
      return now
    }),
  }))
  return changed ? { ...pages, pages: next } : pages
}

function eventsPath(query: Record<string, string>): string {
  return `/api/v1/events?${new URLSearchParams(query)}`
}
