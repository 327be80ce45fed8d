'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { fittingRows } from './fitting-rows'

/**
 * How many of the rows of `list` can be seen whole in `box` (see fittingRows); all until it is known. While `isOpen` the box is as
 * tall as its rows: what was known before stays.
 */
export function useFittingRows(reserved: number, isOpen: boolean) {
  const box = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, list.current]
    if (!outer || !inner || isOpen) return
    const measure = () => {
      const { top } = inner.getBoundingClientRect()
      const ends = [...inner.children].map((row) => row.getBoundingClientRect().bottom - top)
      setFitting(fittingRows(ends, outer.clientHeight, reserved))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    measure()
    return () => observer.disconnect()
  }, [reserved, isOpen])
  return { box, list, fitting }
}
