import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchBytes, fetchJson } from '@/lib/client/fetch-json'
import { isAtWork, refetchAfter } from '@/lib/runs/at-work'
import type { RunPill } from '@/lib/runs/schemas'
import { newestPage } from './newest-page'
import type { DeliveryDetail, EventDetail, EventItem, EventList } from './schemas'

export type EventPages = InfiniteData<EventList, string | null>

const PAGE_SIZE = 50
const NEWEST_AT_MOST = 200
const NEWER_PAGES = 5
const NEWER_KEPT = NEWEST_AT_MOST * NEWER_PAGES
const KEPT_MS = 30 * 60_000
const REFRESH_MS = 10_000
const BUSY_REFRESH_MS = 2_000
const DETAIL_MS = 5_000
const RUNS_ARE_MADE_WITHIN_MS = 15_000

/** The key of an event list, for the server's prefetch and the browser alike. */
export function eventListKey(query: Record<string, string>) {
  return ['events', 'list', query] as const
}

/**
 * The event list under `query` (see listQuery), page by page. Never refetched by itself: rows that a person looks
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
    gcTime: KEPT_MS,
  })
}

/** What came since a list was read: a whole of it, without a gap, unless `hasMore`. */
export interface Newer {
  /** Where to go on; advanced with every answer. */
  tail: string | null
  /** Newest first. */
  items: EventItem[]
  /** More came than is kept: the list must be read anew. */
  hasMore: boolean
  /** How many are not searchable yet, as of the last answer. */
  waiting: number
}

/**
 * What came under `query` since the tail `since` of the list; null where nothing was ever received. It goes on from where its last
 * answer ended, so that a lost connection or a sleeping tab leaves no gap. Where older events may come to fit (`changes`, see
 * changesLater) no tail tells of them: then the newest 200 are read each time.
 */
export function newerEventsOptions(query: Record<string, string>, since: string | null, changes: boolean) {
  const queryKey = ['events', 'newer', query, since] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<Newer> => {
      const ask = (where: { after?: string; cursor?: string }) =>
        fetchJson<EventList>(eventsPath({ ...query, limit: String(NEWEST_AT_MOST), ...where }), { signal })
      if (changes) {
        const page = await ask({})
        return newestPage(client.getQueryData<EventPages>(eventListKey(query)), page)
      }
      const known = client.getQueryData<Newer>(queryKey) ?? { tail: since, items: [], hasMore: false, waiting: 0 }
      return readNewer(known, ask)
    },
    gcTime: KEPT_MS,
    retry: false,
    staleTime: 0,
  })
}

/** `known` and what came since, asked through `ask` page by page; what came again is there once, as it is now. */
export async function readNewer(
  known: Newer,
  ask: (where: { after?: string; cursor?: string }) => Promise<EventList>,
): Promise<Newer> {
  const after = known.tail === null ? {} : { after: known.tail }
  const first = await ask(after)
  const items = new Map(known.items.map((item) => [item.id, item]))
  for (const item of first.items) items.set(item.id, item)
  let cursor = first.nextCursor
  for (let page = 1; cursor !== null && page < NEWER_PAGES && !known.hasMore && known.tail !== null; page += 1) {
    const next = await ask({ ...after, cursor })
    for (const item of next.items) items.set(item.id, item)
    cursor = next.nextCursor
  }
  const sorted = [...items.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  return {
    tail: first.tail ?? known.tail,
    items: sorted.slice(0, NEWER_KEPT),
    hasMore: known.hasMore || cursor !== null || sorted.length > NEWER_KEPT,
    waiting: first.coverage.waiting,
  }
}

/**
 * Brings the rows of the list under `query` up to date in place, whatever page they stand on: how often each was received,
 * and its runs. Those at work come first where there are more than one question takes. Its answer is whether any is at
 * work; it asks again by itself, sooner where one is.
 */
export function presentStateOptions(query: Record<string, string>) {
  return queryOptions({
    queryKey: ['events', 'present', query],
    queryFn: async ({ client, signal }) => {
      const shown = client.getQueryData<EventPages>(eventListKey(query))
      const ids = idsToRefresh(itemsOf(shown), new Date())
      if (ids.length === 0) return false
      const asked = { ids: ids.join(','), limit: String(ids.length) }
      const present = await fetchJson<EventList>(eventsPath(asked), { signal })
      client.setQueryData<EventPages>(eventListKey(query), (pages) => pages && withPresentState(pages, present.items))
      return present.items.some((item) => isBusy(item, new Date()))
    },
    refetchInterval: ({ state: { data } }) => (data ? BUSY_REFRESH_MS : REFRESH_MS),
    gcTime: 0,
    retry: false,
  })
}

/** The ids to bring up to date, at most 200: events with runs at work, then the newest. What was rejected never changes. */
export function idsToRefresh(items: readonly EventItem[], now: Date): string[] {
  const events = items.filter(({ kind }) => kind === 'event')
  const atWork = events.filter((item) => isBusy(item, now))
  return [...new Set([...atWork, ...events].map(({ id }) => id))].slice(0, NEWEST_AT_MOST)
}

/** One event with its deliveries, runs and identifiers; kept up to date, every second while a run is at work. */
export function eventOptions(id: string) {
  return queryOptions({
    queryKey: ['events', 'detail', id],
    queryFn: ({ signal }) => fetchJson<EventDetail>(`/api/v1/events/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      refetchAfter([...(data?.runs ?? []), ...(data?.copies.flatMap(({ runs }) => runs) ?? [])], new Date(), DETAIL_MS),
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

/** Every item of the pages once, newest first: what was indexed late may belong to an older page than the one it was put in. */
export function itemsOf(pages: Pick<EventPages, 'pages'> | undefined): EventItem[] {
  const byId = new Map<string, EventItem>()
  for (const page of pages?.pages ?? []) for (const item of page.items) byId.set(item.id, item)
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
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
      if (!now || isSame(now, item)) return item
      changed = true
      return now
    }),
  }))
  return changed ? { ...pages, pages: next } : pages
}

/** Its runs are at work, or are to be made any moment. */
function isBusy({ runs, receivedAt }: EventItem, now: Date): boolean {
  if (runs.length === 0) return now.getTime() - Date.parse(receivedAt) < RUNS_ARE_MADE_WITHIN_MS
  return runs.some((run) => isAtWork(run, now))
}

function isSame(a: EventItem, b: EventItem): boolean {
  return (
    a.deliveryCount === b.deliveryCount &&
    a.lastReceivedAt === b.lastReceivedAt &&
    a.subject?.entity?.id === b.subject?.entity?.id &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, index) => isSameRun(run, b.runs[index]))
  )
}

function isSameRun(a: RunPill, b: RunPill | undefined): boolean {
  return a.id === b?.id && a.status === b.status && a.held === b.held && a.nextAttemptAt === b.nextAttemptAt
}

function eventsPath(query: Record<string, string>): string {
  return `/api/v1/events?${new URLSearchParams(query)}`
}
