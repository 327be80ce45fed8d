'use client'

import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import {
  eventListKey,
  eventListOptions,
  newerEventsOptions,
  onlyUnknown,
  presentStateOptions,
  withNewer,
} from '@/lib/events/query-options'
import type { EventItem, EventList } from '@/lib/events/schemas'

const POLL_MS = 2_000
const NONE: EventItem[] = []

/** The list under `query` and what came since, which waits in `fresh` until `showFresh` puts it into the list. */
export function useEventList(query: Record<string, string>) {
  const client = useQueryClient()
  const list = useInfiniteQuery(eventListOptions(query))
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? NONE, [list.data])
  const newest = items[0]?.id ?? null
  const isPast = query.to !== undefined
  const isLive = list.isSuccess && !isPast
  const newer = useQuery({ ...newerEventsOptions(query, newest), enabled: isLive, refetchInterval: POLL_MS })
  const fresh = useMemo(
    () => (newer.data ? onlyUnknown(items, newer.data.items, list.hasNextPage) : NONE),
    [items, newer.data, list.hasNextPage],
  )
  const hasMoreFresh = newest !== null && newer.data?.nextCursor != null

  const showFresh = useCallback(async () => {
    // More came than one answer holds: adding it would leave a gap in the middle.
    if (hasMoreFresh) await client.resetQueries({ queryKey: eventListKey(query) })
    else
      client.setQueryData<InfiniteData<EventList, string | null>>(
        eventListKey(query),
        (pages) => pages && withNewer(pages, fresh),
      )
  }, [client, query, fresh, hasMoreFresh])

  // Nothing is in view that could move.
  useEffect(() => {
    if (list.isSuccess && newest === null && newer.data && newer.data.items.length > 0) {
      client.setQueryData<InfiniteData<EventList, string | null>>(eventListKey(query), {
        pages: [newer.data],
        pageParams: [null],
      })
    }
  }, [client, query, list.isSuccess, newest, newer.data])

  useQuery({ ...presentStateOptions(query), enabled: list.isSuccess && newest !== null })

  return {
    list,
    items,
    fresh,
    hasMoreFresh,
    showFresh,
    live: isPast ? ('past' as const) : newer.isError ? ('failing' as const) : ('on' as const),
  }
}
