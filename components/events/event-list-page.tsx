'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TimeFilter } from '@/components/filters/time-filter'
import { useListReplay } from '@/components/runs/use-list-replay'
import { isPast, rangeOf } from '@/components/search/range-of'
import { SearchRow } from '@/components/search/search-row'
import { PageHead } from '@/components/shell/page-head'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { later } from '@/components/ui/later'
import { ColumnChooser } from '@/components/views/column-chooser'
import { ExportMenu } from '@/components/views/export-menu'
import { SaveViewButton } from '@/components/views/save-view-button'
import { listSearch } from '@/lib/events/list-filters'
import { setRange } from '@/lib/search/language/edit'
import { parseQuery } from '@/lib/search/language/parse'
import { EventListBody } from './event-list-body'
import { FacetsBeside } from './facets/facets-beside'
import { FacetsButton } from './facets/facets-button'
import { rememberListHref } from './list-position'
import { LiveSign } from './live-sign'
import { SendSamplesButton } from './send-samples-button'
import { SummaryLine } from './summary/summary-line'
import { useEventList } from './use-event-list'
import { useListFilters } from './use-list-filters'
import { useSelection } from './use-selection'

const ReplayDialog = later(() => import('@/components/replay/replay-dialog').then((module) => module.ReplayDialog))
const ReplayEventDialog = later(() =>
  import('@/components/runs/replay-event-dialog').then((module) => module.ReplayEventDialog),
)

export function EventListPage() {
  const t = useTranslations('events.list')
  const { q, query, columns, setQ, setColumns } = useListFilters()
  const isAskable = useMemo(() => parseQuery(q).faults.length === 0, [q])
  const past = useMemo(() => isPast(q, new Date()), [q])
  const events = useEventList({ query, isAskable, isPast: past })
  const { list, items, fresh } = events
  const selection = useSelection(items, JSON.stringify(events.shown))
  const [isReplaying, setIsReplaying] = useState(false)
  const replayOne = useListReplay(query)
  const search = useRef<HTMLInputElement>(null)
  const isAsked = query.q !== undefined
  const isNothingYet = !isAsked && list.isSuccess && items.length === 0
  const { from, to } = useMemo(() => rangeOf(q), [q])

  useEffect(() => rememberListHref(`/events${listSearch({ q, columns })}`), [q, columns])
  useEffect(() => {
    document.title = t('documentTitle', { count: fresh.length })
  }, [t, fresh.length])
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  useShortcuts({
    f: focusSearch,
    '/': focusSearch,
    Escape: () => {
      if (selection.isAll || selection.ids.size > 0) return selection.clear()
      if (!isAsked) return false
      setQ('')
    },
  })

  return (
    <>
      <div className="flex flex-col gap-2 border-b px-3 pt-3 pb-2 md:px-4 lg:px-6">
        <PageHead title={t('title')} note={<LiveSign state={events.live} onPause={events.setIsPaused} />}>
          {isNothingYet ? null : <SendSamplesButton size="sm" />}
          <ShortcutsDialog />
        </PageHead>
        <SearchRow q={q} onChange={setQ} inputRef={search} />
        <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1.5">
          <TimeFilter from={from} to={to} onChange={(range) => setQ(setRange(q, 'received', range.from, range.to))} />
          {isNothingYet ? null : <FacetsButton q={q} onChange={setQ} className="xl:hidden" />}
          {isNothingYet || !isAskable ? null : <SummaryLine q={q} className="max-sm:order-last" />}
          {isNothingYet ? null : (
            <div className="ml-auto flex min-w-0 items-center gap-1.5">
              <SaveViewButton q={q} columns={columns} />
              <ColumnChooser columns={columns} onChange={setColumns} />
              {isAskable ? <ExportMenu q={q} /> : null}
            </div>
          )}
        </div>
      </div>
      <div className="flex min-h-0 flex-1">
        {isNothingYet ? null : <FacetsBeside q={q} onChange={setQ} />}
        <EventListBody
          {...{ q, columns, isAskable, isNothingYet, events, selection }}
          onChange={setQ}
          onReplay={replayOne.ask}
          onReplaySelection={() => setIsReplaying(true)}
        />
      </div>
      {replayOne.asked ? (
        <ReplayEventDialog event={replayOne.asked} onClose={replayOne.cancel} onReplay={replayOne.replay} />
      ) : null}
      {isReplaying ? (
        <ReplayDialog
          open
          onOpenChange={setIsReplaying}
          onOrdered={selection.clear}
          what={selection.isAll ? { filter: events.shown } : { eventIds: [...selection.ids] }}
        />
      ) : null}
    </>
  )
}
