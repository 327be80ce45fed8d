'use client'

import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type DrawnRow, drawnRows } from './drawn-rows'

/** Rows are drawn anew only where the list was scrolled by this much. */
const STEP_PX = 200

interface DrawnRowsOptions {
  /** The element that scrolls. */
  ref: RefObject<HTMLElement | null>
  heights: readonly number[]
  initialOffset: number
}

/** The rows in view and some around them, of a list whose heights are known. `onScroll` is for the element that scrolls. */
export function useDrawnRows({ ref, heights, initialOffset }: DrawnRowsOptions) {
  const [begin] = useState(initialOffset)
  const [step, setStep] = useState(Math.floor(begin / STEP_PX))
  const [viewHeight, setViewHeight] = useState(0)

  const onScroll = useCallback(() => {
    const top = ref.current?.scrollTop ?? 0
    // At once, or a fast scroll would show what is not drawn yet.
    flushSync(() => setStep(Math.floor(top / STEP_PX)))
  }, [ref])

  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    element.scrollTop = begin
    const measure = () => setViewHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, begin])

  const from = step * STEP_PX
  const visible: DrawnRow[] = viewHeight > 0 ? drawnRows(heights, from, from + STEP_PX + viewHeight) : []
  return { visible, totalHeight: heights.reduce((sum, height) => sum + height, 0), onScroll }
}

/** Scrolls no further than it takes to have a row in view. */
export function scrollToRow(element: HTMLElement, heights: readonly number[], index: number) {
  const start = heights.slice(0, index).reduce((sum, height) => sum + height, 0)
  const end = start + (heights[index] ?? 0)
  if (start < element.scrollTop) element.scrollTop = start
  else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
}
