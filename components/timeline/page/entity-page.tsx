'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useRememberVisit } from '@/components/palette/use-remember-visit'
import { LoadFailure } from '@/components/ui/load-failure'
import { Notice } from '@/components/ui/notice'
import { kindOne, kindWithin } from '@/lib/timeline/kind-words'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import { entityOptions } from '@/lib/timeline/query-options'
import type { EntityDetail } from '@/lib/timeline/schemas'
import { Identifiers } from '../identity/identifiers'
import { Picture } from '../picture/picture'
import { AsOf } from './as-of'
import { EntityHead } from './entity-head'
import { EntitySkeleton, TimelineSkeleton } from './entity-skeleton'
import { EventSection } from './event-section'
import { FindingList } from './finding-list'
import { RejectedList } from './rejected-list'
import { RelatedList } from './related-list'
import { ReplayFailed } from './replay-failed'
import { StatePanel } from './state-panel'
import { usePageState } from './use-page-state'
import { useSelectedEvent } from './use-selected-event'
import { useTimeline } from './use-timeline'
import { useTimelineReplay } from './use-timeline-replay'

export function EntityPage({ kind, id }: { kind: Kind; id: string }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const entity = useQuery(entityOptions(kind, id))
  if (entity.data) return <Detail detail={entity.data} />
  const what = t('page.what', { kind: kindWithin(kind, words), Kind: kindOne(kind, words) })
  if (entity.isError) return <LoadFailure what={what} error={entity.error} onRetry={() => void entity.refetch()} />
  return <EntitySkeleton />
}

function Detail({ detail }: { detail: EntityDetail }) {
  const { kind, id, label, findings } = detail
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { asOf, settledAsOf, order, setAsOf, setOrder } = usePageState(kind)
  const { timeline, items: loaded, queryKey } = useTimeline(kind, id, order)
  const replay = useTimelineReplay(loaded, queryKey)
  const items = replay.shown
  const { selected, select } = useSelectedEvent(items, order)
  const earlier = useQuery({
    ...entityOptions(kind, id, settledAsOf),
    enabled: settledAsOf !== null,
    placeholderData: keepPreviousData,
  })
  const then = asOf === null ? detail : (earlier.data ?? detail)
  const currency = detail.fields.find(({ field }) => field === 'currency')?.value
  const isRupiah = currency === undefined || currency === 'IDR'
  const problems = findings.filter(({ severity }) => severity === 'problem').length
  const title = t(problems > 0 ? 'page.documentTitleProblems' : 'page.documentTitle', {
    ...{ problems, label },
    kind: kindOne(kind, words),
  })
  useRememberVisit({ kind, label, path: `/${KINDS[kind].path}/${id}` })
  useEffect(() => {
    document.title = title
  }, [title])

  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <EntityHead detail={detail} isRupiah={isRupiah} lastTitleProvider={items.at(-1)?.provider}>
        <ReplayFailed
          what={t('head.copy', { kind: kindWithin(kind, words), label })}
          items={items}
          hasMore={timeline.hasNextPage}
          onOrdered={replay.watch}
        />
      </EntityHead>
      <div className="space-y-5 px-3 py-4 md:px-4 lg:px-6">
        <FindingList findings={findings} items={items} onSelect={select} />
        <div className="space-y-3">
          <Picture
            items={items}
            ghosts={detail.expected}
            findings={findings}
            selected={asOf ?? selected}
            asOf={asOf}
            onSelect={select}
          />
          <AsOf items={items} asOf={asOf} onChange={setAsOf} />
        </div>
        <div className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_27rem]">
          <div className="min-w-0 space-y-6">
            {timeline.isError && items.length === 0 ? (
              <Notice tone="bad" title={timeline.error.message} />
            ) : timeline.isPending ? (
              <TimelineSkeleton />
            ) : (
              <EventSection
                detail={detail}
                items={items}
                order={order}
                asOf={asOf}
                selected={selected}
                isRupiah={isRupiah}
                hasMore={timeline.hasNextPage}
                isLoadingMore={timeline.isFetchingNextPage}
                replay={replay}
                onOrder={setOrder}
                onLoadMore={() => void timeline.fetchNextPage()}
              />
            )}
            <RejectedList rejected={detail.rejected} />
          </div>
          <aside className="min-w-0 max-lg:contents">
            <div className="min-w-0 max-lg:order-first lg:mb-6">
              <StatePanel
                detail={then}
                asOf={items.find(({ eventId }) => eventId === asOf) ?? null}
                isRupiah={isRupiah}
                isStale={asOf !== null && (earlier.isPlaceholderData || asOf !== settledAsOf)}
              />
            </div>
            <div className="min-w-0 space-y-6">
              <RelatedList detail={detail} />
              <Identifiers detail={detail} />
            </div>
          </aside>
        </div>
      </div>
    </div>
  )
}
