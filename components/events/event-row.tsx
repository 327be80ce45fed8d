// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import type { Row } from '@tanstack/react-table'
import { flexRender } from '@tanstack/react-table/flex-render'
import type { ReactNode } from 'react'
import { ProviderMark } from '@/components/providers/provider-mark'
import { RunPills } from '@/components/runs/run-pills'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { EventItem } from '@/lib/events/schemas'
import { findReasonWords } from '@/lib/events/verdict-words'
import type { features } from './columns'
import { RowCheckbox } from './row-checkbox'
import { RowLink } from './row-link'
import type { Selection } from './use-selection'
import { VerdictPill } from './verdict-pill'

/** Widths of the columns, shared by the head and the rows. */
export const GRID =
  'grid grid-cols-[1rem_5.5rem_1.25rem_minmax(0,1.4fr)_minmax(0,1fr)_1.25rem_4rem_2rem] items-center gap-x-3 px-4 min-[1100px]:grid-cols-[1rem_6rem_minmax(6rem,0.8fr)_minmax(9rem,1.4fr)_minmax(7rem,1fr)_8.25rem_4.25rem_3.25rem] min-[1100px]:gap-x-4 min-[1400px]:grid-cols-[1rem_6.5rem_minmax(8rem,0.8fr)_minmax(11rem,1.4fr)_minmax(8rem,1fr)_8.25rem_16.5rem_3.25rem] min-[1600px]:grid-cols-[1rem_6.5rem_minmax(8rem,0.8fr)_minmax(11rem,1.4fr)_minmax(8rem,1fr)_8.25rem_16.5rem_6.5rem] lg:px-6'

interface EventRowProps {
  row: Row<typeof features, EventItem>
  index: number
  top: number
  height: number
  isNarrow: boolean
  isNew: boolean
  selection: Selection
}

export function EventRow({ row, index, top, height, isNarrow, isNew, selection }: EventRowProps) {
  const isSelected = row.original.kind === 'event' && selection.isSelected(row.id)
  const style = { height, transform: `translateY(${top}px)` }
  const base = cn(
    'absolute inset-x-0 top-0 border-line border-b hover:bg-hover has-focus-visible:bg-accent-soft has-focus-visible:shadow-[inset_2px_0_0_var(--accent)]',
    isNew && 'animate-arrive',
    isSelected && 'bg-accent-soft hover:bg-accent-soft',
  )
  const checkbox = <RowCheckbox item={row.original} selection={selection} />
  if (isNarrow) {
    return <NarrowRow item={row.original} index={index} style={style} className={base} checkbox={checkbox} />
  }
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isSelected} style={style} className={cn(base, GRID)}>
      <div role="cell">{checkbox}</div>
      {row.getAllCells().map((cell) => (
        <div role="cell" key={cell.id} className="min-w-0">
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  )
}

function NarrowRow({
  item,
  index,
  style,
  className,
  checkbox,
}: {
  item: EventItem
  index: number
  style: { height: number; transform: string }
  className: string
  checkbox: ReactNode
}) {
  const about = item.subject
    ? `${item.subject.kind} ${item.subject.label}`
    : (findReasonWords(item.reason)?.title ?? item.source.name)
  return (
    <div role="row" aria-rowindex={index + 2} style={style} className={cn(className, 'flex items-center gap-3 px-3')}>
      <div role="cell" className="flex w-full min-w-0 items-center gap-3">
        {checkbox}
        <ProviderMark id={item.provider} className="size-7 rounded-md text-2xs" />
        <div className="min-w-0 flex-1">
          <div className="flex items-center justify-between gap-2">
            <RowLink item={item} />
            <VerdictPill verdict={item.verdict} />
          </div>
          <div className="mt-0.5 flex items-center gap-2 text-ink-3 text-xs">
            <span className="min-w-0 flex-1 truncate first-letter:uppercase">{about}</span>
            <RunPills runs={item.runs} iconsOnly />
            <span className="shrink-0">
              {item.deliveryCount > 1 ? <span className="text-ink-2">{item.deliveryCount}× · </span> : null}
              <Time at={item.receivedAt} />
            </span>
          </div>
        </div>
      </div>
    </div>
  )
}
