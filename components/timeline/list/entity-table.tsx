// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { findPosition, rememberPosition } from '@/components/events/list-position'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { formatCount } from '@/lib/events/format'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import type { EntityItem } from '@/lib/timeline/schemas'
import { EntityRow } from './entity-row'
import { gridOf } from './grid'

const WIDE_ROW = 41
const NARROW_ROW = 64
const NARROW_ROW_WITH_FINDINGS = 88
const LOAD_AHEAD_ROWS = 20

interface EntityTableProps {
  kind: Kind
  /** Names the list for remembering the place in it. */
  positionKey: string
  items: EntityItem[]
  newCount: number
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isNarrow: boolean
  onLoadMore: () => void
  onShowNew: () => void
}

export function EntityTable({
  kind,
  positionKey,
  items,
  newCount,
  hasNextPage,
  isFetchingNextPage,
  isNarrow,
  onLoadMore,
  onShowNew,
}: EntityTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const activeId = useRef<string | null>(findPosition(positionKey)?.rowId ?? null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      !isNarrow ? WIDE_ROW : items[index]?.findings.length ? NARROW_ROW_WITH_FINDINGS : NARROW_ROW,
    overscan: 12,
    initialOffset: findPosition(positionKey)?.offset ?? 0,
    getItemKey: (index) => `${items[index]?.id} ${isNarrow && items[index]?.findings.length ? 'tall' : ''}`,
  })
  const visible = virtual.getVirtualItems()
  const lastVisible = visible.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastVisible >= items.length - LOAD_AHEAD_ROWS) onLoadMore()
  }, [hasNextPage, isFetchingNextPage, lastVisible, items.length, onLoadMore])

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

  function showNew() {
    if (newCount === 0) return
    onShowNew()
    virtual.scrollToOffset(0)
  }

  useShortcuts({ j: () => move(1), k: () => move(-1), n: showNew })

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {newCount > 0 ? (
        <div className="pointer-events-none absolute inset-x-0 top-1 z-10 flex justify-center">
          <Button
            variant="primary"
            size="sm"
            className="pointer-events-auto h-7 animate-appear rounded-full px-3 shadow-pop"
            onClick={showNew}
          >
            <ArrowUp aria-hidden />
            {formatCount(newCount, `new ${KINDS[kind].one.toLowerCase()}`, `new ${KINDS[kind].title.toLowerCase()}`)}
            <span className="opacity-70 pointer-coarse:hidden" aria-hidden>
              N
            </span>
          </Button>
        </div>
      ) : null}
      <div
        role="table"
        aria-label={KINDS[kind].title}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div role="rowgroup" className="border-b max-md:sr-only">
          <div role="row" aria-rowindex={1} className={cn(gridOf(kind), 'h-8 font-medium text-ink-3 text-xs')}>
            <Head>{KINDS[kind].one}</Head>
            <Head>State</Head>
            <Head>Findings</Head>
            <Head className="max-[1099px]:hidden">Last event</Head>
            <Head>Last news</Head>
            <Head className="text-right max-[1099px]:hidden">Events</Head>
            <Head className="max-[1099px]:sr-only">From</Head>
          </div>
        </div>
        <div
          ref={scroller}
          role="rowgroup"
          className="scroll-quiet relative min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
          onScroll={keepPosition}
          onFocus={(event) => {
            if (event.target.dataset.row) activeId.current = event.target.dataset.row
            keepPosition()
          }}
        >
          <div role="presentation" style={{ height: virtual.getTotalSize() }} className="relative">
            {visible.map((entry) => {
              const item = items[entry.index]
              return item ? (
                <EntityRow
                  key={entry.key}
                  item={item}
                  index={entry.index}
                  top={entry.start}
                  height={entry.size}
                  isNarrow={isNarrow}
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

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <div role="columnheader" className={cn('truncate', className)}>
      {children}
    </div>
  )
}

/** The row may be drawn only some frames after the list was scrolled to it. */
function focusRow(container: HTMLElement | null, id: string, frames = 8) {
  const link = container?.querySelector<HTMLElement>(`[data-row="${id}"]`)
  if (link) link.focus({ preventScroll: true })
  else if (container?.isConnected && frames > 0) requestAnimationFrame(() => focusRow(container, id, frames - 1))
}
