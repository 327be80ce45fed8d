'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { PageHead } from '@/components/shell/page-head'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { useIsNarrow } from '@/components/shell/use-is-narrow'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { LoadFailure } from '@/components/ui/load-failure'
import { isFiltered } from '@/lib/events/list-filters'
import { EventListSkeleton } from './event-list-skeleton'
import { EventTable } from './event-table'
import { FilterBar } from './filters/filter-bar'
import { OrderSearch } from './filters/order-search'
import { rememberListHref } from './list-position'
import { LiveSign } from './live-sign'
import { NoMatch } from './no-match'
import { NothingYet } from './nothing-yet'
import { SendSamplesButton } from './send-samples-button'
import { useEventList } from './use-event-list'
import { useListFilters } from './use-list-filters'

export function EventListPage() {
  const { filters, query, change, clear } = useListFilters()
  const { list, items, fresh, hasMoreFresh, showFresh, live } = useEventList(query)
  const isNarrow = useIsNarrow()
  const search = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const parameters = useSearchParams().toString()
  const positionKey = JSON.stringify(query)
  const filtered = isFiltered(filters)
  const isEmpty = list.isSuccess && items.length === 0 && !filtered
  const setOrder = useCallback((order: string | null) => change({ order }, { typing: true }), [change])
  const { fetchNextPage } = list
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage])

  useEffect(() => rememberListHref(parameters ? `${path}?${parameters}` : path), [path, parameters])
  useEffect(() => {
    document.title = `${fresh.length > 0 ? `(${fresh.length}) ` : ''}Events · Jejak`
  }, [fresh.length])

  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  useShortcuts({
    f: focusSearch,
    '/': focusSearch,
    Escape: () => {
      if (!filtered) return false
      clear()
    },
  })

  return (
    <>
      <div className="flex flex-col gap-2.5 border-b px-3 pt-3 pb-2.5 md:px-4 lg:px-6">
        <PageHead title="Events" note={<LiveSign state={live} />}>
          {isEmpty ? null : <SendSamplesButton size="sm" />}
          <ShortcutsDialog />
        </PageHead>
        <OrderSearch order={filters.order} onChange={setOrder} inputRef={search} />
        <FilterBar filters={filters} onChange={change} onClear={clear} />
      </div>
      {list.isError && items.length === 0 ? (
        <LoadFailure what="The events" error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending || isNarrow === null ? (
        <EventListSkeleton />
      ) : items.length > 0 ? (
        <EventTable
          key={positionKey}
          positionKey={positionKey}
          items={items}
          fresh={fresh}
          hasMoreFresh={hasMoreFresh}
          hasNextPage={list.hasNextPage}
          isFetchingNextPage={list.isFetchingNextPage}
          isNarrow={isNarrow}
          onLoadMore={loadMore}
          onShowFresh={() => void showFresh()}
        />
      ) : filtered ? (
        <NoMatch filters={filters} onClear={clear} />
      ) : (
        <NothingYet />
      )}
    </>
  )
}
