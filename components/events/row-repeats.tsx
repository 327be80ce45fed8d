'use client'

import { useTranslations } from 'use-intl'
import type { EventItem } from '@/lib/events/schemas'

/** How often it was received, where that is more than once. */
export function RowRepeats({ item }: { item: EventItem }) {
  const t = useTranslations('events.row')
  if (item.deliveryCount < 2) return null
  return (
    <span className="whitespace-nowrap text-ink-2 text-xs tabular-nums">
      {t.rich('repeats', {
        count: item.deliveryCount,
        word: (word) => <span className="@max-[1392px]:sr-only">{word}</span>,
      })}
    </span>
  )
}
