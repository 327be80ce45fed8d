'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { deliveryOptions, eventOptions } from '@/lib/events/query-options'
import type { EventItem } from '@/lib/events/schemas'
import { itemHref } from './item-href'

/** Long enough not to ask for every row that the cursor only crosses. */
const DELAY_MS = 120
const FRESH_MS = 5_000

/** Asks for what a row leads to while a person rests on it, so that it is there when they open it. For the row's link. */
export function usePrefetchItem(item: EventItem) {
  const client = useQueryClient()
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])

  function start() {
    stop()
    timer.current = setTimeout(() => {
      router.prefetch(itemHref(item))
      if (item.kind === 'event') void client.prefetchQuery({ ...eventOptions(item.id), staleTime: FRESH_MS })
      else void client.prefetchQuery(deliveryOptions(item.id))
    }, DELAY_MS)
  }

  return { onPointerEnter: start, onPointerLeave: stop, onFocus: start, onBlur: stop }
}
