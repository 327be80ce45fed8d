'use client'

import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { ProviderMark } from '@/components/providers/provider-mark'
import { useEventTitle } from '@/components/providers/providers-context'
import { RunPills } from '@/components/runs/run-pills'
import { Time } from '@/components/time/time'
import type { EventItem } from '@/lib/events/schemas'
import { findReasonWords } from '@/lib/events/verdict-words'
import { RowLink } from './row-link'
import { SubjectLink } from './subject-link'
import { VerdictPill } from './verdict-pill'

export const features = tableFeatures({})
const column = createColumnHelper<typeof features, EventItem>()

/** The list's columns. On a narrow screen they fold into two lines (see event-row.tsx). */
export const columns = column.columns([
  column.display({
    id: 'received',
    header: 'Received',
    cell: ({ row }) => <Time at={row.original.receivedAt} className="whitespace-nowrap text-ink-2 tabular-nums" />,
  }),
  column.display({ id: 'source', header: 'Source', cell: ({ row }) => <Source item={row.original} /> }),
  column.display({ id: 'type', header: 'Event type', cell: ({ row }) => <Type item={row.original} /> }),
  column.display({ id: 'subject', header: 'Subject', cell: ({ row }) => <Subject item={row.original} /> }),
  column.display({
    id: 'verdict',
    header: 'Verdict',
    cell: ({ row }) => <VerdictPill verdict={row.original.verdict} compact />,
  }),
  column.display({
    id: 'handlers',
    header: 'Handlers',
    cell: ({ row }) => <RunPills runs={row.original.runs} />,
  }),
  column.display({ id: 'repeats', header: 'Repeats', cell: ({ row }) => <Repeats item={row.original} /> }),
])

function Source({ item }: { item: EventItem }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <ProviderMark id={item.provider} />
      <span className="truncate text-ink-2 max-[1099px]:sr-only">{item.source.name}</span>
    </span>
  )
}

function Type({ item }: { item: EventItem }) {
  const title = useEventTitle(item.provider, item.type)
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <RowLink item={item} />
      {title ? <span className="hidden truncate text-ink-3 text-xs min-[1500px]:inline">{title}</span> : null}
    </span>
  )
}

function Subject({ item }: { item: EventItem }) {
  if (item.subject) {
    return (
      <span className="block truncate" title={`${item.subject.kind} ${item.subject.label}`}>
        <SubjectLink subject={item.subject} row={item.id} />
      </span>
    )
  }
  const words = item.kind === 'rejected' ? findReasonWords(item.reason)?.title : null
  const problem = item.problems[0]?.message
  return (
    <span className="block truncate text-ink-3" title={words ?? problem}>
      {words ?? problem ?? '—'}
    </span>
  )
}

function Repeats({ item }: { item: EventItem }) {
  if (item.deliveryCount < 2) return null
  return (
    <span className="whitespace-nowrap text-ink-2 text-xs tabular-nums">
      <span className="max-[1599px]:sr-only">received </span>
      {item.deliveryCount.toLocaleString('en')}×
    </span>
  )
}
