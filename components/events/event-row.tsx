// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import { cn } from '@/components/ui/class-names'
import type { EventItem } from '@/lib/events/schemas'
import type { ColumnId } from '@/lib/views/columns'
import { CELLS } from './columns'
import { NarrowRow } from './narrow-row'
import { RowCheckbox } from './row-checkbox'
import { ROW_GRID } from './row-grid'
import type { Selection } from './use-selection'

interface EventRowProps {
  item: EventItem
  columns: readonly ColumnId[]
  index: number
  top: number
  height: number
  isNarrow: boolean
  isNew: boolean
  selection: Selection
}

export function EventRow({ item, columns, index, top, height, isNarrow, isNew, selection }: EventRowProps) {
  const isSelected = item.kind === 'event' && selection.isSelected(item.id)
  const checkbox = <RowCheckbox item={item} selection={selection} />
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ height, transform: `translateY(${top}px)` }}
      className={cn(
        'absolute inset-x-0 top-0 border-line border-b hover:bg-hover has-focus-visible:bg-accent-soft has-focus-visible:shadow-[inset_2px_0_0_var(--accent)]',
        isNew && 'animate-arrive',
        isSelected && 'bg-accent-soft hover:bg-accent-soft',
        isNarrow ? 'flex items-center gap-3 px-3' : ROW_GRID,
      )}
    >
      {isNarrow ? (
        <NarrowRow item={item} checkbox={checkbox} />
      ) : (
        <>
          <div role="cell">{checkbox}</div>
          {columns.map((id) => {
            const Cell = CELLS[id]
            return (
              <div role="cell" key={id} className="min-w-0">
                <Cell item={item} />
              </div>
            )
          })}
        </>
      )}
    </div>
  )
}
