'use client'

import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { RunPills } from '@/components/runs/run-pills'
import { Time } from '@/components/time/time'
import { cn } from '@/components/ui/class-names'
import type { EventItem } from '@/lib/events/schemas'
import type { ColumnId } from '@/lib/views/columns'
import { RowId } from './row-id'
import { RowLag } from './row-lag'
import { RowLink } from './row-link'
import { RowRepeats } from './row-repeats'
import { RowSource } from './row-source'
import { RowSubject } from './row-subject'
import { VerdictPill } from './verdict-pill'

/** What stands in each column. On a narrow screen they fold into two lines (see event-row.tsx). */
export const CELLS: Record<ColumnId, ComponentType<{ item: EventItem }>> = {
  received: ({ item }) => <Time at={item.receivedAt} className={TIME} />,
  occurred: ({ item }) => (item.occurredAt ? <Time at={item.occurredAt} className={TIME} /> : <Nothing />),
  lag: ({ item }) => <RowLag item={item} />,
  source: ({ item }) => <RowSource item={item} />,
  type: ({ item }) => <RowLink item={item} withTitle />,
  subject: ({ item }) => <RowSubject item={item} />,
  verdict: ({ item }) => <VerdictPill verdict={item.verdict} compact />,
  handlers: ({ item }) => <RunPills runs={item.runs} />,
  repeats: ({ item }) => <RowRepeats item={item} />,
  id: ({ item }) => <RowId item={item} />,
}

const TIME = 'whitespace-nowrap text-ink-2 tabular-nums'
/** Columns that shrink to a sign where there is little room; their names would not fit. */
const SLIM: ReadonlySet<ColumnId> = new Set(['source', 'verdict', 'repeats'])

/** What heads a column. */
export function ColumnName({ id }: { id: ColumnId }) {
  const t = useTranslations('views.columns')
  return <span className={cn(SLIM.has(id) && '@max-[840px]:sr-only')}>{t(id)}</span>
}

function Nothing() {
  return <span className="text-ink-3">—</span>
}
