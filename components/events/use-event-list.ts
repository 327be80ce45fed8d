'use client'

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { changesLater } from '@/lib/events/changes-later'
import {
  type EventPages,
  eventListKey,
  eventListOptions,
  itemsOf,
  type Newer,
  newerEventsOptions,
  onlyUnknown,
  presentStateOptions,
  withNewer,
} from '@/lib/events/query-options'
import type { EventItem } from '@/lib/events/schemas'
import type { LiveState } from './live-sign'

const POLL_MS = 2_000
const NONE: EventItem[] = []

interface Asked {
  query: Record<string, string>
  /** False where the query has faults: then nothing is asked. */
  isAskable: boolean
  /** No event to come can fit. */
  isPast: boolean
}

/**
 * The list under `query` and what came since, which waits in `fresh` until `showFresh` puts it into the list. While another
 * query is being answered the rows of the one before stay (`isStale`), and `shown` is that one.
 */
export function useEventList({ query, isAskable, isPast }: Asked) {
  const client = useQueryClient()
  const [isPaused, setIsPaused] = useState(false)
  const list = useInfiniteQuery({ ...eventListOptions(query), enabled: isAskable, placeholderData: keepPreviousData })
  const isStale = list.isPlaceholderData
  const [shown, setShown] = useState(query)
  if (!isStale && shown !== query) setShown(query)

  const items = useMemo(() => itemsOf(list.data), [list.data])
  const isRead = isAskable && list.isSuccess && !isStale
  const since = list.data?.pages[0]?.tail ?? null
  const newerOptions = useMemo(() => newerEventsOptions(query, since, changesLater(query.q ?? '')), [query, since])
  const newer = useQuery({
    ...newerOptions,
    enabled: isRead && !isPast && !isPaused,
    refetchInterval: POLL_MS,
    refetchOnReconnect: 'always',
  })
  const fresh = useMemo(
    () => (newer.data && !isStale ? onlyUnknown(items, newer.data.items, list.hasNextPage) : NONE),
    [items, newer.data, isStale, list.hasNextPage],
  )
  const hasMoreFresh = newer.data?.hasMore ?? false

  const showFresh = useCallback(async () => {
    // More came than was kept: adding it would leave a gap in the middle.
    if (hasMoreFresh) {
      client.removeQueries({ queryKey: newerOptions.queryKey })
      return client.resetQueries({ queryKey: eventListKey(query) })
    }
    client.setQueryData<EventPages>(eventListKey(query), (pages) => pages && withNewer(pages, fresh))
    client.setQueryData<Newer>(newerOptions.queryKey, (known) => known && { ...known, items: [] })
  }, [client, query, newerOptions, fresh, hasMoreFresh])

  // Nothing is in view that could move.
  useEffect(() => {
    if (isRead && items.length === 0 && fresh.length > 0) void showFresh()
  }, [isRead, items, fresh, showFresh])

  useQuery({ ...presentStateOptions(query), enabled: isRead && items.length > 0 })

  return {
    list,
    items,
    isStale,
    shown,
    fresh,
    hasMoreFresh,
    showFresh,
    /** How far back was looked (null: to the beginning), and how many are not searchable yet. */
    coverage: {
      from: list.data?.pages.at(-1)?.coverage.from ?? null,
      waiting: newer.data?.waiting ?? list.data?.pages[0]?.coverage.waiting ?? 0,
    },
    live: liveState({ isPast, isPaused, isLost: newer.isError || newer.fetchStatus === 'paused' }),
    setIsPaused,
  }
}

function liveState({ isPast, isPaused, isLost }: Record<'isPast' | 'isPaused' | 'isLost', boolean>): LiveState {
  if (isPast) return 'past'
  if (isPaused) return 'paused'
  return isLost ? 'lost' : 'live'
}
