'use client'

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'
import { findPosition, rememberPosition } from '@/components/events/list-position'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import type { DrawnRow } from './drawn-rows'
import { scrollToRow, useDrawnRows } from './use-drawn-rows'

const LOAD_AHEAD_ROWS = 20

interface VirtualRowsOptions<Item> {
  /** Names the list for remembering the place in it. */
  positionKey: string
  items: readonly Item[]
  heightOf: (item: Item) => number
  hasNextPage: boolean
  isFetchingNextPage: boolean
  onLoadMore: () => void
}

interface VirtualRows<Item> {
  visible: DrawnRow[]
  totalHeight: number
  /** For the element that scrolls. */
  scroller: { ref: RefObject<HTMLDivElement | null>; onScroll: () => void; onFocus: (event: FocusEvent) => void }
  toTop: () => void
  /** The row where the person is, or was last. */
  active: () => Item | undefined
}

/**
 * Rows that are drawn as they are scrolled to, loaded ahead, walked with j and k and found again where they were left. The link
 * of a row carries `data-row`, anything else in it that takes the focus `data-of-row`.
 */
export function useVirtualRows<Item extends { id: string }>(options: VirtualRowsOptions<Item>): VirtualRows<Item> {
  const { positionKey, items, heightOf, hasNextPage, isFetchingNextPage, onLoadMore } = options
  const ref = useRef<HTMLDivElement>(null)
  const activeId = useRef<string | null>(findPosition(positionKey)?.rowId ?? null)
  const heights = items.map(heightOf)
  const drawn = useDrawnRows({ ref, heights, initialOffset: findPosition(positionKey)?.offset ?? 0 })
  const { visible, totalHeight } = drawn
  const lastVisible = visible.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastVisible >= items.length - LOAD_AHEAD_ROWS) onLoadMore()
  }, [hasNextPage, isFetchingNextPage, lastVisible, items.length, onLoadMore])

  useEffect(() => {
    if (activeId.current) focusRow(ref.current, activeId.current)
  }, [])

  function keepPosition() {
    rememberPosition(positionKey, { offset: ref.current?.scrollTop ?? 0, rowId: activeId.current })
  }

  function move(step: 1 | -1) {
    const at = items.findIndex((item) => item.id === activeId.current)
    const top = ref.current?.scrollTop ?? 0
    const index = at < 0 ? (visible.find(({ start, size }) => start + size > top)?.index ?? 0) : at + step
    const to = Math.min(items.length - 1, Math.max(0, index))
    const next = items[to]
    if (!next) return
    activeId.current = next.id
    if (ref.current) scrollToRow(ref.current, heights, to)
    focusRow(ref.current, next.id)
  }

  useShortcuts({ j: () => move(1), k: () => move(-1) })

  return {
    visible,
    totalHeight,
    scroller: {
      ref,
      onScroll: () => {
        drawn.onScroll()
        keepPosition()
      },
      onFocus: ({ target }) => {
        const { row, ofRow } = target instanceof HTMLElement ? target.dataset : {}
        activeId.current = row ?? ofRow ?? activeId.current
        keepPosition()
      },
    },
    toTop: () => ref.current?.scrollTo({ top: 0 }),
    active: () => items.find(({ id }) => id === activeId.current),
  }
}

/** The row may be drawn only some frames after the list was scrolled to it. */
function focusRow(container: HTMLElement | null, id: string, frames = 8) {
  const link = container?.querySelector<HTMLElement>(`[data-row="${id}"]`)
  if (link) link.focus({ preventScroll: true })
  else if (container?.isConnected && frames > 0) requestAnimationFrame(() => focusRow(container, id, frames - 1))
}
