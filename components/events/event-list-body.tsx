'use client'

import { lazy, Suspense, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useIsNarrow } from '@/components/shell/use-is-narrow'
import { cn } from '@/components/ui/class-names'
import { later } from '@/components/ui/later'
import { LoadFailure } from '@/components/ui/load-failure'
import { ApiProblem } from '@/lib/client/fetch-json'
import type { EventItem } from '@/lib/events/schemas'
import { CoverageBar } from './coverage-bar'
import { EventListSkeleton } from './event-list-skeleton'
import { EventTable } from './event-table'
import { Histogram } from './histogram/histogram'
import { SelectionBar } from './selection-bar'
import type { useEventList } from './use-event-list'
import type { Selection } from './use-selection'

const FaultsNotice = lazy(() => import('./faults-notice').then((module) => ({ default: module.FaultsNotice })))
const NoMatch = later(() => import('./no-match').then((module) => module.NoMatch))
const NothingYet = lazy(() => import('./nothing-yet').then((module) => ({ default: module.NothingYet })))

interface EventListBodyProps {
  q: string
  columns: string[] | null
  /** The query is understood. */
  isAskable: boolean
  isNothingYet: boolean
  events: ReturnType<typeof useEventList>
  selection: Selection
  onChange: (q: string) => void
  onReplay: (item: EventItem) => void
  onReplaySelection: () => void
}

/**
 * The histogram and the list under it, or why there is none. Nothing that others ask for as well stands within a Suspense: the page
 * takes that over from the server's render later than the rest, when what was asked for may be there already.
 */
export function EventListBody({ q, isAskable, isNothingYet, ...props }: EventListBodyProps) {
  if (isNothingYet) {
    return (
      <Suspense fallback={<EventListSkeleton />}>
        <NothingYet />
      </Suspense>
    )
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {isAskable ? (
        <>
          <Histogram
            q={q}
            onChange={props.onChange}
            className="border-b px-3 pt-2 pb-1 md:px-4 lg:px-6 [@media(max-height:560px)]:hidden"
          />
          <List q={q} {...props} />
        </>
      ) : (
        <Faults q={q} onChange={props.onChange} />
      )}
    </div>
  )
}

function Faults(props: { q: string; message?: string; onChange: (q: string) => void }) {
  return (
    <Suspense fallback={<EventListSkeleton />}>
      <FaultsNotice {...props} />
    </Suspense>
  )
}

function List({
  q,
  columns,
  events,
  selection,
  onChange,
  onReplay,
  onReplaySelection,
}: Omit<EventListBodyProps, 'isAskable' | 'isNothingYet'>) {
  const t = useTranslations('events.list')
  const isNarrow = useIsNarrow()
  const { list, items, isStale, shown, fresh, hasMoreFresh, showFresh, coverage } = events
  const { fetchNextPage } = list
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const positionKey = JSON.stringify(shown)
  if (list.isError && items.length === 0) {
    if (list.error instanceof ApiProblem && list.error.status === 400) {
      return <Faults q={q} message={list.error.fields.q ?? list.error.message} onChange={onChange} />
    }
    return <LoadFailure what={t('whatFailed')} error={list.error} onRetry={() => void list.refetch()} />
  }
  if (list.isPending || isNarrow === null) return <EventListSkeleton />
  // A look further back may take a second and find nothing: a person asks for each.
  const isPartial = coverage.from !== null
  return (
    <>
      {items.length > 0 ? (
        <div
          aria-busy={isStale}
          className={cn('relative flex min-h-0 flex-1 flex-col transition-opacity', isStale && 'opacity-50')}
        >
          <EventTable
            key={positionKey}
            positionKey={positionKey}
            columns={columns}
            items={items}
            fresh={fresh}
            hasMoreFresh={hasMoreFresh}
            hasNextPage={list.hasNextPage}
            isPartial={isPartial}
            isFetchingNextPage={list.isFetchingNextPage}
            isNarrow={isNarrow}
            selection={selection}
            onLoadMore={isPartial || isStale ? doNothing : loadMore}
            onShowFresh={() => void showFresh()}
            onReplay={onReplay}
            onReplaySelection={onReplaySelection}
          />
          <SelectionBar selection={selection} q={shown.q ?? ''} onReplay={onReplaySelection} />
        </div>
      ) : isStale ? (
        <EventListSkeleton />
      ) : (
        <NoMatch q={q} onChange={onChange} />
      )}
      {isStale ? null : (
        <CoverageBar
          coverage={coverage}
          isEmpty={items.length === 0}
          isLooking={list.isFetchingNextPage}
          onLookFurther={loadMore}
        />
      )}
    </>
  )
}

function doNothing() {}
