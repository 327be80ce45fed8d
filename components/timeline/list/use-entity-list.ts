'use client'

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Kind } from '@/lib/timeline/kinds'
import { entityListOptions, entityNewsOptions } from '@/lib/timeline/query-options'
import type { EntityItem } from '@/lib/timeline/schemas'

const NONE: EntityItem[] = []

/**
 * The list under `query`, kept up to date in place: what a row says follows the news, and where it stands stays. Things
 * that are new are only counted until `showNew` puts them, and all the others, where they belong.
 */
export function useEntityList(kind: Kind, query: Record<string, string>) {
  const client = useQueryClient()
  const options = entityListOptions(kind, query)
  const list = useInfiniteQuery(options)
  const isPast = query.to !== undefined
  const news = useQuery({ ...entityNewsOptions(kind, query), enabled: list.isSuccess && !isPast })

  const loaded = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? NONE, [list.data])
  const shown = loaded.length > 0 || list.hasNextPage ? loaded : (news.data?.items ?? NONE)
  const items = useMemo(() => withNews(shown, news.data?.items ?? NONE), [shown, news.data])
  const newCount = useMemo(
    () => countUnknown(shown, news.data?.items ?? NONE, list.hasNextPage),
    [shown, news.data, list.hasNextPage],
  )
  const { queryKey } = options
  const showNew = useCallback(() => void client.resetQueries({ queryKey }), [client, queryKey])

  return {
    list,
    items,
    newCount,
    showNew,
    live: isPast ? ('past' as const) : news.isError ? ('lost' as const) : ('live' as const),
  }
}

function withNews(items: EntityItem[], news: readonly EntityItem[]): EntityItem[] {
  const byId = new Map(news.map((item) => [item.id, item]))
  return byId.size === 0 ? items : items.map((item) => byId.get(item.id) ?? item)
}

/** Those that the list would show where it is loaded: not what belongs to a page that is still to come. */
function countUnknown(items: readonly EntityItem[], news: readonly EntityItem[], hasMore: boolean): number {
  const known = new Set(items.map(({ id }) => id))
  const oldest = hasMore ? (items.at(-1)?.lastAt ?? '') : ''
  return news.filter(({ id, lastAt }) => !known.has(id) && lastAt > oldest).length
}
