// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
'use client'

import type { ComponentProps, ReactNode } from 'react'
import type { DrawnRow } from './drawn-rows'
import { ListEnd } from './list-end'

interface RowsProps {
  /** Of useVirtualRows. */
  visible: readonly DrawnRow[]
  totalHeight: number
  scroller: ComponentProps<'div'>
  hasNextPage: boolean
  /** The row that stands at an entry. */
  children: (entry: DrawnRow) => ReactNode
}

/** The part of a list that scrolls, as high as all of its rows, with its end. */
export function Rows({ visible, totalHeight, scroller, hasNextPage, children }: RowsProps) {
  return (
    <div
      {...scroller}
      role="rowgroup"
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
    >
      <div role="presentation" style={{ height: totalHeight }} className="relative">
        {visible.map(children)}
      </div>
      {hasNextPage ? null : <ListEnd />}
    </div>
  )
}
