// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { NewRowsBar } from '@/components/list/new-rows-bar'
import { Rows } from '@/components/list/rows'
import { useVirtualRows } from '@/components/list/use-virtual-rows'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { cn } from '@/components/ui/class-names'
import type { EventItem } from '@/lib/events/schemas'
import { readColumns } from '@/lib/views/columns'
import { ColumnName } from './columns'
import { EventRow } from './event-row'
import { LoadedCheckbox } from './row-checkbox'
import { gridVariables, ROW_GRID, ROW_WIDTH } from './row-grid'
import type { Selection } from './use-selection'
import { useSelectionReplay } from './use-selection-replay'

const WIDE_ROW = 37
const NARROW_ROW = 60

interface EventTableProps {
  /** Names the list for remembering the place in it. */
  positionKey: string
  /** As the URL names them; null for the usual ones. */
  columns: readonly string[] | null
  items: EventItem[]
  fresh: EventItem[]
  hasMoreFresh: boolean
  hasNextPage: boolean
  /** The list does not reach to the end, and no next page is loaded by itself. */
  isPartial: boolean
  isFetchingNextPage: boolean
  isNarrow: boolean
  selection: Selection
  onLoadMore: () => void
  onShowFresh: () => void
  onReplay: (item: EventItem) => void
  onReplaySelection: () => void
}

export function EventTable(props: EventTableProps) {
  const { positionKey, items, fresh, isNarrow, hasNextPage, isFetchingNextPage, selection } = props
  const t = useTranslations('events.table')
  const hasMore = hasNextPage || props.isPartial
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set())
  const selected = useSelectionReplay(selection, props.onReplaySelection)
  const columns = useMemo(() => readColumns(props.columns), [props.columns])
  const { visible, totalHeight, scroller, toTop, active } = useVirtualRows({
    ...{ positionKey, items, hasNextPage, isFetchingNextPage },
    heightOf: () => (isNarrow ? NARROW_ROW : WIDE_ROW),
    onLoadMore: props.onLoadMore,
  })

  function showFresh() {
    if (fresh.length === 0) return
    setArrived(new Set(fresh.map((item) => item.id)))
    props.onShowFresh()
    toTop()
  }

  function withActive(act: (item: EventItem) => void) {
    const item = active()
    if (item) act(item)
  }

  useShortcuts({
    n: showFresh,
    x: () => withActive((item) => selection.toggle(item.id)),
    X: () => withActive((item) => selection.toggle(item.id, true)),
    r: () => (selection.isAll || selection.ids.size > 0 ? selected.replay() : withActive(props.onReplay)),
  })

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {fresh.length > 0 ? (
        <NewRowsBar
          words={t(props.hasMoreFresh ? 'newOrMore' : 'new', { count: fresh.length })}
          onShow={showFresh}
          className="-top-4 md:top-0.5"
        />
      ) : null}
      <div className="@container flex min-h-0 flex-1 flex-col overflow-x-auto overflow-y-hidden">
        <div
          role="table"
          aria-label={t('label')}
          aria-rowcount={hasMore ? -1 : items.length + 1}
          style={gridVariables(columns)}
          className={cn('flex min-h-0 flex-1 flex-col', !isNarrow && ROW_WIDTH)}
        >
          <div role="rowgroup" className="border-b max-md:sr-only">
            <div role="row" aria-rowindex={1} className={cn(ROW_GRID, 'h-8 text-ink-3 text-xs')}>
              <div role="columnheader" className="grid">
                <LoadedCheckbox selection={selection} />
              </div>
              {columns.map((id) => (
                <div role="columnheader" key={id} className="truncate font-medium">
                  <ColumnName id={id} />
                </div>
              ))}
            </div>
          </div>
          <Rows {...{ visible, totalHeight, scroller }} hasNextPage={hasMore}>
            {(entry) => {
              const item = items[entry.index]
              return item ? (
                <EventRow
                  key={item.id}
                  item={item}
                  columns={columns}
                  index={entry.index}
                  top={entry.start}
                  height={entry.size}
                  isNarrow={isNarrow}
                  isNew={arrived.has(item.id)}
                  selection={selection}
                />
              ) : null
            }}
          </Rows>
        </div>
      </div>
    </div>
  )
}
