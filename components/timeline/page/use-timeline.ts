'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Kind } from '@/lib/timeline/kinds'
import { timelineOptions } from '@/lib/timeline/query-options'
import type { TimelineItem } from '@/lib/timeline/schemas'

const LOADED_AT_ONCE = 300
const NONE: TimelineItem[] = []

/** The events of a thing in the order in which they occurred; those of an ordinary one are loaded as a whole. */
export function useTimeline(kind: Kind, id: string, order: 'asc' | 'desc') {
  const options = timelineOptions(kind, id, { order, scope: 'story' })
  const timeline = useInfiniteQuery(options)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = timeline
  const items = useMemo(() => {
    const loaded = timeline.data?.pages.flatMap((page) => page.items) ?? NONE
    const once = [...new Map(loaded.map((item) => [item.eventId, item])).values()]
    return order === 'asc' ? once : once.reverse()
  }, [timeline.data, order])

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && items.length < LOADED_AT_ONCE) {
      void fetchNextPage()
    }
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, items.length, fetchNextPage])

  return { timeline, items, queryKey: options.queryKey }
}
