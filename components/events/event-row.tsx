// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import type { Row } from '@tanstack/react-table'
import { flexRender } from '@tanstack/react-table/flex-render'
import { ProviderMark } from '@/components/providers/provider-mark'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { EventItem } from '@/lib/events/schemas'
import { findReasonWords } from '@/lib/events/verdict-words'
import type { features } from './columns'
import { RowLink } from './row-link'
import { VerdictPill } from './verdict-pill'

/** Widths of the columns, shared by the head and the rows. */
export const GRID =
  'grid grid-cols-[7.5rem_minmax(8rem,0.8fr)_minmax(11rem,1.4fr)_minmax(8rem,1fr)_8.25rem_6.5rem] items-center gap-x-4 px-4 lg:px-6'

interface EventRowProps {
  row: Row<typeof features, EventItem>
  index: number
  top: number
  height: number
  isNarrow: boolean
  isNew: boolean
}

export function EventRow({ row, index, top, height, isNarrow, isNew }: EventRowProps) {
  const style = { height, transform: `translateY(${top}px)` }
  const base = cn(
    'absolute inset-x-0 top-0 border-line border-b hover:bg-hover has-focus-visible:bg-accent-soft has-focus-visible:shadow-[inset_2px_0_0_var(--accent)]',
    isNew && 'animate-arrive',
  )
  if (isNarrow) return <NarrowRow item={row.original} index={index} style={style} className={base} />
  return (
    <div role="row" aria-rowindex={index + 2} style={style} className={cn(base, GRID)}>
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
}: {
  item: EventItem
  index: number
  style: { height: number; transform: string }
  className: string
}) {
  const about = item.subject
    ? `${item.subject.kind} ${item.subject.label}`
    : (findReasonWords(item.reason)?.title ?? item.source.name)
  return (
    <div role="row" aria-rowindex={index + 2} style={style} className={cn(className, 'flex items-center gap-3 px-3')}>
      <div role="cell" className="flex w-full min-w-0 items-center gap-3">
        <ProviderMark id={item.provider} className="size-7 rounded-md text-2xs" />
        <div className="min-w-0 flex-1">
          <div className="flex items-center justify-between gap-2">
            <RowLink item={item} />
            <VerdictPill verdict={item.verdict} />
          </div>
          <div className="mt-0.5 flex items-baseline justify-between gap-3 text-ink-3 text-xs">
            <span className="truncate first-letter:uppercase">{about}</span>
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
