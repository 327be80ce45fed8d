'use client'

import { useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import type { Kind } from '@/lib/timeline/kinds'
import { defaultOrder, pageStateParsers } from '@/lib/timeline/page-state'

const SETTLED_MS = 150

/** What the page shows, as it stands in its URL: the order of the events, and the event after which the state is shown. */
export function usePageState(kind: Kind) {
  const byDefault = defaultOrder(kind)
  const [{ asOf, order }, setState] = useQueryStates(pageStateParsers, { history: 'replace' })
  return {
    asOf,
    settledAsOf: useSettled(asOf),
    order: order ?? byDefault,
    setAsOf: (eventId: string | null) => void setState({ asOf: eventId }),
    setOrder: (next: 'asc' | 'desc') => void setState({ order: next === byDefault ? null : next }),
  } as const
}

/** A value once it stays the same for a moment: a slider passes many on its way. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
