'use client'

import { ProviderMark } from '@/components/providers/provider-mark'
import type { EventItem } from '@/lib/events/schemas'

export function RowSource({ item }: { item: EventItem }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <ProviderMark id={item.provider} />
      <span className="truncate text-ink-2 @max-[840px]:sr-only">{item.source.name}</span>
    </span>
  )
}
