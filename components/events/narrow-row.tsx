// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ProviderMark } from '@/components/providers/provider-mark'
import { RunPills } from '@/components/runs/run-pills'
import { Time } from '@/components/time/time'
import { reasonTitle } from '@/lib/events/reason-words'
import type { EventItem } from '@/lib/events/schemas'
import { subjectWithin } from '@/lib/timeline/kind-words'
import { RowLink } from './row-link'
import { VerdictPill } from './verdict-pill'

/** A row in two lines, where there is no room for columns: the same whatever columns are chosen. */
export function NarrowRow({ item, checkbox }: { item: EventItem; checkbox: ReactNode }) {
  const t = useTranslations('words')
  const about = item.subject
    ? `${subjectWithin(item.subject.kind, t)} ${item.subject.label}`
    : (reasonTitle(item.reason, t) ?? item.source.name)
  return (
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
  )
}
