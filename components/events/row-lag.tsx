'use client'

import { useTranslations } from 'use-intl'
import type { EventItem } from '@/lib/events/schemas'
import { shortDurationWords } from '@/lib/i18n/durations'

/** How long after it occurred the event was first received; negative where the sender's clock is ahead. */
export function RowLag({ item: { occurredAt, receivedAt } }: { item: EventItem }) {
  const t = useTranslations('words')
  if (!occurredAt) return <span className="text-ink-3">—</span>
  const lagMs = Date.parse(receivedAt) - Date.parse(occurredAt)
  return (
    <span className="whitespace-nowrap text-ink-2 tabular-nums">
      {lagMs < 0 ? '−' : ''}
      {shortDurationWords(Math.abs(lagMs), t)}
    </span>
  )
}
