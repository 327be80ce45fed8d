import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/client/fetch-json'
import { refetchAfter } from '@/lib/runs/at-work'
import { KINDS, type Kind } from './kinds'
import type { TimelineQuery } from './query-schemas'
import type { EntityDetail, EntityList, Lookup, Timeline, TimelineItem } from './schemas'

const PAGE_SIZE = 50
const NEWS_SIZE = 100
const SEARCH_SIZE = 10
/** Events on a page of a timeline. */
export const TIMELINE_SIZE = 100
const REFRESH_MS = 10_000
const DETAIL_MS = 5_000
const JOINING_MS = 1_000
/** How often a look-up is asked before what has just arrived is left to itself. */
const MOST_LOOKUPS = 8

/** The key of everything that is known of the entities of a kind. */
export function entitiesKey(kind: Kind) {
  return ['entities', kind] as const
}

/**
 * The list of a kind under `query` (see entityFiltersToQuery), page by page. Never refetched by itself: rows that a person
 * looks at must not move; what is new is asked for by `entityNewsOptions`.
 */
export function entityListOptions(kind: Kind, query: Record<string, string>) {
  return infiniteQueryOptions({
    queryKey: [...entitiesKey(kind), 'list', query] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<EntityList>(
        listPath(kind, { ...query, limit: String(PAGE_SIZE), ...(pageParam ? { cursor: pageParam } : {}) }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The things of the list under `query` with the latest news, asked for again every few seconds. */
export function entityNewsOptions(kind: Kind, query: Record<string, string>) {
  return queryOptions({
    queryKey: [...entitiesKey(kind), 'news', query] as const,
    queryFn: ({ signal }) => fetchJson<EntityList>(listPath(kind, { ...query, limit: String(NEWS_SIZE) }), { signal }),
    refetchInterval: REFRESH_MS,
    gcTime: 0,
    retry: false,
  })
}

/** The few things of a kind that a person means by what they type. */
export function entitySearchOptions(kind: Kind, text: string) {
  return queryOptions({
    queryKey: [...entitiesKey(kind), 'search', text] as const,
    queryFn: ({ signal }) => fetchJson<EntityList>(listPath(kind, { q: text, limit: String(SEARCH_SIZE) }), { signal }),
  })
}

/** All that is known of one thing, by its id or any identifier, its state as it was `asOf` an event; kept up to date. */
export function entityOptions(kind: Kind, id: string, asOf: string | null = null) {
  return queryOptions({
    queryKey: [...entitiesKey(kind), 'detail', id, asOf] as const,
    queryFn: ({ signal }) =>
      fetchJson<EntityDetail>(`${entityPath(kind, id)}${asOf === null ? '' : `?${new URLSearchParams({ asOf })}`}`, {
        signal,
      }),
    refetchInterval: DETAIL_MS,
  })
}

/**
 * The timeline of one thing, page by page; kept up to date, every second while one of its runs is at work or one of its
 * events has only just arrived.
 */
export function timelineOptions(kind: Kind, id: string, { scope, order }: Pick<TimelineQuery, 'scope' | 'order'>) {
  return infiniteQueryOptions({
    queryKey: [...entitiesKey(kind), 'timeline', id, { scope, order }] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = { scope, order, limit: String(TIMELINE_SIZE), ...(pageParam ? { cursor: pageParam } : {}) }
      return fetchJson<Timeline>(`${entityPath(kind, id)}/timeline?${new URLSearchParams(asked)}`, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state: { data } }) => refreshAfter(data?.pages.flatMap(({ items }) => items) ?? []),
  })
}

/** What a person may mean by what they pasted, of any kind. */
export function lookupOptions(text: string) {
  return queryOptions({
    queryKey: ['lookup', text] as const,
    queryFn: ({ signal }) => fetchJson<Lookup>(`/api/v1/lookup?${new URLSearchParams({ q: text })}`, { signal }),
    retry: false,
    // An event that has only just arrived stands for what it names, which is known a moment later.
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      const isNew = data !== undefined && data.items.length > 0 && data.items.every((item) => item.isNew)
      return isNew && dataUpdateCount < MOST_LOOKUPS ? JOINING_MS : false
    },
  })
}

function refreshAfter(items: readonly TimelineItem[]): number | false {
  if (items.some(({ isNew }) => isNew)) return JOINING_MS
  return refetchAfter(
    items.flatMap(({ runs }) => runs),
    new Date(),
    DETAIL_MS,
  )
}

function listPath(kind: Kind, query: Record<string, string>): string {
  return `/api/v1/${KINDS[kind].path}?${new URLSearchParams(query)}`
}

function entityPath(kind: Kind, id: string): string {
  return `/api/v1/${KINDS[kind].path}/${encodeURIComponent(id)}`
}
