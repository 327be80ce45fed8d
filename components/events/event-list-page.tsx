'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ReplayDialog } from '@/components/replay/replay-dialog'
import { ReplayEventDialog } from '@/components/runs/replay-event-dialog'
import { useListReplay } from '@/components/runs/use-list-replay'
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
import { SelectionBar } from './selection-bar'
import { SendSamplesButton } from './send-samples-button'
import { useEventList } from './use-event-list'
import { useListFilters } from './use-list-filters'
import { useSelection } from './use-selection'

export function EventListPage() {
  const { filters, query, change, clear } = useListFilters()
  const { list, items, fresh, hasMoreFresh, showFresh, live } = useEventList(query)
  const selection = useSelection(items)
  const [isReplaying, setIsReplaying] = useState(false)
  const replayOne = useListReplay(query)
  const isNarrow = useIsNarrow()
  const search = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const parameters = useSearchParams().toString()
  const positionKey = JSON.stringify(query)
  const filter = useMemo(() => withoutRejected(query), [query])
  const filtered = isFiltered(filters)
  const isEmpty = list.isSuccess && items.length === 0 && !filtered
  const setOrder = useCallback((order: string | null) => change({ order }, { typing: true }), [change])
  const { fetchNextPage } = list
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage])

  const { clear: clearSelection } = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, another selection
  useEffect(clearSelection, [positionKey])
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
      if (selection.isAll || selection.ids.size > 0) return selection.clear()
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
        <div className="relative flex min-h-0 flex-1 flex-col">
          <EventTable
            key={positionKey}
            positionKey={positionKey}
            items={items}
            fresh={fresh}
            hasMoreFresh={hasMoreFresh}
            hasNextPage={list.hasNextPage}
            isFetchingNextPage={list.isFetchingNextPage}
            isNarrow={isNarrow}
            selection={selection}
            onLoadMore={loadMore}
            onShowFresh={() => void showFresh()}
            onReplay={replayOne.ask}
          />
          <SelectionBar selection={selection} filter={filter} onReplay={() => setIsReplaying(true)} />
        </div>
      ) : filtered ? (
        <NoMatch filters={filters} onClear={clear} />
      ) : (
        <NothingYet />
      )}
      <ReplayEventDialog event={replayOne.asked} onClose={replayOne.cancel} onReplay={replayOne.replay} />
      <ReplayDialog
        open={isReplaying}
        onOpenChange={setIsReplaying}
        what={selection.isAll ? { filter } : { eventIds: [...selection.ids] }}
      />
    </>
  )
}

/** What a replay can be asked for: rejected deliveries are never among it. */
function withoutRejected({ rejected: _, ...query }: Record<string, string>): Record<string, string> {
  return query
}
