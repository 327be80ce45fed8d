/** Beyond what is in view, above and below: for the keyboard, and for a finger that is faster than the browser. */
const BEYOND_PX = 450

export interface DrawnRow {
  index: number
  /** In pixels from the top of the list. */
  start: number
  size: number
}

/** The rows between `from` and `to`, in pixels from the top of the list, and those a little beyond. */
export function drawnRows(heights: readonly number[], from: number, to: number): DrawnRow[] {
  const drawn: DrawnRow[] = []
  let start = 0
  for (const [index, size] of heights.entries()) {
    if (start >= to + BEYOND_PX) break
    if (start + size > from - BEYOND_PX) drawn.push({ index, start, size })
    start += size
  }
  return drawn
}
