'use client'

import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Point } from './layout'

/**
 * One stop of the tab key for the whole picture; arrows go on from there: left and right in time, up and down to the
 * nearest event of the next lane, Home and End to the ends.
 */
export function usePointKeys(points: readonly Point[], selected: string | null, root: RefObject<HTMLElement | null>) {
  const events = points.filter(({ item }) => item)
  const [focused, setFocused] = useState<string | null>(null)
  const isThere = (key: string | null) => events.some((point) => point.key === key)
  const stop = isThere(focused) ? focused : isThere(selected) ? selected : (events.at(-1)?.key ?? null)

  function onKeyDown(event: KeyboardEvent, from: Point) {
    const to = destination(event.key, from, events)
    if (!to || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    root.current?.querySelector<HTMLElement>(`[data-event="${CSS.escape(to.key)}"]`)?.focus()
  }

  return { stop, setFocused, onKeyDown }
}

function destination(key: string, from: Point, events: readonly Point[]): Point | undefined {
  const at = events.findIndex((point) => point.key === from.key)
  if (key === 'ArrowRight') return events[at + 1]
  if (key === 'ArrowLeft') return events[at - 1]
  if (key === 'Home') return events[0]
  if (key === 'End') return events.at(-1)
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (step === 0) return undefined
  const inLane = events.filter(({ lane }) => lane === from.lane + step)
  return inLane.sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0]
}
