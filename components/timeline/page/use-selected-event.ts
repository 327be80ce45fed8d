'use client'

import { useCallback, useEffect, useState } from 'react'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import type { TimelineItem } from '@/lib/timeline/schemas'

/** The event that the list has in view: chosen in the picture, by a finding, by j and k, or by the address. */
export function useSelectedEvent(items: readonly TimelineItem[], order: 'asc' | 'desc') {
  const [selected, setSelected] = useState<string | null>(null)

  const select = useCallback((eventId: string) => {
    setSelected(eventId)
    entryOf(eventId)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [])

  function move(step: 1 | -1) {
    const shown = order === 'asc' ? items : [...items].reverse()
    const at = shown.findIndex(({ eventId }) => eventId === selected)
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + step))]
    if (!next) return
    select(next.eventId)
    entryOf(next.eventId)?.querySelector<HTMLElement>('h4 a')?.focus({ preventScroll: true })
  }
  useShortcuts({ j: () => move(1), k: () => move(-1) })

  // The browser looks for the target of a link before the events are there.
  const hasEvents = items.length > 0
  useEffect(() => {
    const [, eventId] = /^#event-([\da-f-]{36})$/.exec(location.hash) ?? []
    if (hasEvents && eventId) select(eventId)
  }, [hasEvents, select])

  return { selected, select }
}

function entryOf(eventId: string): HTMLElement | null {
  return document.getElementById(`event-${eventId}`)
}
