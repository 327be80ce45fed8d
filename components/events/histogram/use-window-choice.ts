'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Bucket } from './buckets'
import { placeAfter, placeAt, type Selection } from './selection'

interface WindowChoice {
  /** The bars as they are to be drawn: while some are chosen they stay as they were when that began. */
  shown: readonly Bucket[]
  /** The place that is read out; null where none is. */
  place: number | null
  selection: Selection | null
  /** Of the element that is as wide as the bars and takes the focus. */
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
    onPointerLeave: (event: PointerEvent<HTMLElement>) => void
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    onFocus: () => void
    onBlur: () => void
  }
}

/** Choosing a window of time among `buckets`: by dragging, or by arrow keys, Shift and Enter. */
export function useWindowChoice(
  buckets: readonly Bucket[],
  onChoose: (buckets: readonly Bucket[], selection: Selection) => void,
): WindowChoice {
  const [place, setPlace] = useState<number | null>(null)
  const [chosen, setChosen] = useState<{ buckets: readonly Bucket[]; selection: Selection } | null>(null)
  const drag = useRef<{ anchor: number; isTouch: boolean } | null>(null)
  const shown = chosen?.buckets ?? buckets
  const last = shown.length - 1
  const at = place === null ? null : Math.min(place, last)

  const pointed = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return placeAt((event.clientX - left) / Math.max(1, width), shown.length)
  }
  const letGo = () => {
    drag.current = null
    setChosen(null)
  }
  const choose = (selection: Selection) => {
    letGo()
    onChoose(shown, selection)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const anchor = pointed(event)
    drag.current = { anchor, isTouch: event.pointerType === 'touch' }
    setPlace(anchor)
    setChosen(null)
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const end = pointed(event)
    setPlace(end)
    if (!drag.current || (end === drag.current.anchor && !chosen)) return
    setChosen({ buckets: shown, selection: { anchor: drag.current.anchor, end } })
  }
  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const begun = drag.current
    if (!begun) return
    // A tap reads a bar out, as there is no hovering with a finger.
    if (chosen) choose(chosen.selection)
    else if (begun.isTouch) letGo()
    else choose({ anchor: begun.anchor, end: pointed(event) })
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = at ?? last
    const next = placeAfter(event.key, from, shown.length)
    if (next !== null) {
      setPlace(next)
      if (event.shiftKey)
        setChosen({ buckets: shown, selection: { anchor: chosen?.selection.anchor ?? from, end: next } })
      else letGo()
    } else if (event.key === 'Enter') {
      choose(chosen?.selection ?? { anchor: from, end: from })
    } else if (event.key === 'Escape') {
      if (!chosen && !drag.current) event.currentTarget.blur()
      letGo()
    } else return
    event.preventDefault()
  }

  return {
    shown,
    place: at,
    selection: chosen?.selection ?? null,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: letGo,
      onPointerLeave: (event) => {
        if (!drag.current && !event.currentTarget.matches(':focus-visible') && event.pointerType !== 'touch')
          setPlace(null)
      },
      onKeyDown,
      onFocus: () => setPlace((before) => before ?? last),
      onBlur: () => {
        letGo()
        setPlace(null)
      },
    },
  }
}
