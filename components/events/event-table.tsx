// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { formatCount } from '@/lib/events/format'
import type { EventItem } from '@/lib/events/schemas'
import { columns, features } from './columns'
import { EventRow, GRID } from './event-row'
import { findPosition, rememberPosition } from './list-position'
import { LoadedCheckbox } from './row-checkbox'
import type { Selection } from './use-selection'

const WIDE_ROW = 37
const NARROW_ROW = 60
const LOAD_AHEAD_ROWS = 20
/** Columns that shrink to a sign where there is little room; their names would not fit. */
const SLIM: ReadonlySet<string> = new Set(['source', 'verdict', 'repeats'])

interface EventTableProps {
  /** Names the list for remembering the place in it. */
  positionKey: string
  items: EventItem[]
  fresh: EventItem[]
  hasMoreFresh: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isNarrow: boolean
  selection: Selection
  onLoadMore: () => void
  onShowFresh: () => void
  onReplay: (item: EventItem) => void
}

export function EventTable({
  positionKey,
  items,
  fresh,
  hasMoreFresh,
  isNarrow,
  hasNextPage,
  isFetchingNextPage,
  selection,
  onLoadMore,
  onShowFresh,
  onReplay,
}: EventTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const activeId = useRef<string | null>(findPosition(positionKey)?.rowId ?? null)
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set())
  const table = useTable({ features, columns, data: items, getRowId: (item) => item.id })
  const rows = table.getRowModel().rows
  const height = isNarrow ? NARROW_ROW : WIDE_ROW
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: findPosition(positionKey)?.offset ?? 0,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const visible = virtual.getVirtualItems()
  const lastVisible = visible.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastVisible >= rows.length - LOAD_AHEAD_ROWS) onLoadMore()
  }, [hasNextPage, isFetchingNextPage, lastVisible, rows.length, onLoadMore])

  useEffect(() => {
    if (activeId.current) focusRow(scroller.current, activeId.current)
  }, [])

  function keepPosition() {
    rememberPosition(positionKey, { offset: scroller.current?.scrollTop ?? 0, rowId: activeId.current })
  }

  function move(step: 1 | -1) {
    const at = items.findIndex((item) => item.id === activeId.current)
    const index = at < 0 ? (visible.find((entry) => entry.end > (virtual.scrollOffset ?? 0))?.index ?? 0) : at + step
    const next = items[Math.min(items.length - 1, Math.max(0, index))]
    if (!next) return
    activeId.current = next.id
    virtual.scrollToIndex(items.indexOf(next), { align: 'auto' })
    focusRow(scroller.current, next.id)
  }

  function showFresh() {
    if (fresh.length === 0) return
    setArrived(new Set(fresh.map((item) => item.id)))
    onShowFresh()
    virtual.scrollToOffset(0)
  }

  function withActive(act: (item: EventItem) => void) {
    const item = items.find(({ id }) => id === activeId.current)
    if (item) act(item)
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    n: showFresh,
    x: () => withActive((item) => selection.toggle(item.id)),
    X: () => withActive((item) => selection.toggle(item.id, true)),
    r: () => withActive(onReplay),
  })

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {fresh.length > 0 ? (
        <div className="pointer-events-none absolute inset-x-0 -top-4 z-10 flex justify-center md:top-0.5">
          <Button
            variant="primary"
            size="sm"
            className="pointer-events-auto h-7 animate-appear rounded-full px-3 shadow-pop"
            onClick={showFresh}
          >
            <ArrowUp aria-hidden />
            {formatCount(fresh.length, hasMoreFresh ? 'or more new events' : 'new event')}
            <span className="opacity-70 pointer-coarse:hidden" aria-hidden>
              N
            </span>
          </Button>
        </div>
      ) : null}
      <div
        role="table"
        aria-label="Events"
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div role="rowgroup" className="border-b max-md:sr-only">
          {table.getHeaderGroups().map((group) => (
            <div role="row" aria-rowindex={1} key={group.id} className={`${GRID} h-8 text-ink-3 text-xs`}>
              <div role="columnheader" className="grid">
                <LoadedCheckbox selection={selection} />
              </div>
              {group.headers.map((header) => (
                <div role="columnheader" key={header.id} className="truncate font-medium">
                  <span className={cn(SLIM.has(header.id) && 'max-[1099px]:sr-only')}>
                    <table.FlexRender header={header} />
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
        <div
          ref={scroller}
          role="rowgroup"
          className="scroll-quiet relative min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
          onScroll={keepPosition}
          onFocus={(event) => {
            const id = event.target.dataset.row ?? event.target.dataset.ofRow
            if (id) activeId.current = id
            keepPosition()
          }}
        >
          <div role="presentation" style={{ height: virtual.getTotalSize() }} className="relative">
            {visible.map((entry) => {
              const row = rows[entry.index]
              return row ? (
                <EventRow
                  key={entry.key}
                  row={row}
                  index={entry.index}
                  top={entry.start}
                  height={entry.size}
                  isNarrow={isNarrow}
                  isNew={arrived.has(row.id)}
                  selection={selection}
                />
              ) : null
            })}
          </div>
          {hasNextPage ? null : (
            <p role="presentation" className="flex items-center justify-center gap-3 px-4 py-5 text-ink-3 text-xs">
              <span>That is all</span>
              <span className="flex items-center gap-1 pointer-coarse:hidden">
                <Kbd>?</Kbd> shortcuts
              </span>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** The row may be drawn only some frames after the list was scrolled to it. */
function focusRow(container: HTMLElement | null, id: string, frames = 8) {
  const link = container?.querySelector<HTMLElement>(`[data-row="${id}"]`)
  if (link) link.focus({ preventScroll: true })
  else if (container?.isConnected && frames > 0) requestAnimationFrame(() => focusRow(container, id, frames - 1))
}
