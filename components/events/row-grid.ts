import type { CSSProperties } from 'react'
import type { ColumnId } from '@/lib/views/columns'

/**
 * Lays the cells of a row, and of the head, into the columns that `gridVariables` names on an element around them. The room is
 * that of the `@container` around the list: facets may stand beside it.
 */
export const ROW_GRID =
  'grid grid-cols-(--grid-0) items-center gap-x-3 px-4 @min-[840px]:grid-cols-(--grid-1) @min-[840px]:px-6 @min-[1160px]:grid-cols-(--grid-2) @min-[1160px]:gap-x-4 @min-[1392px]:grid-cols-(--grid-3)'

/** Keeps a row as wide as its columns need: where they do not fit, the list scrolls sideways. */
export const ROW_WIDTH =
  'min-w-(--width-0) @min-[840px]:min-w-(--width-1) @min-[1160px]:min-w-(--width-2) @min-[1392px]:min-w-(--width-3)'

/** In rem: a fixed width, or the least one and its share of what is left. */
type Width = number | readonly [least: number, share: number]

/** In little room, and from 840, 1160 and 1392 pixels on. */
const WIDTHS: Record<ColumnId, readonly [Width, Width, Width, Width]> = {
  received: [5.5, 6, 6.5, 6.5],
  occurred: [5.5, 6, 6.5, 6.5],
  lag: [4, 4.5, 5, 5],
  source: [1.25, [5.5, 0.7], [8, 0.8], [8, 0.8]],
  type: [
    [6, 1.4],
    [9, 1.25],
    [11, 1.4],
    [11, 1.4],
  ],
  subject: [
    [4, 1],
    [7, 1.3],
    [8, 1],
    [8, 1],
  ],
  verdict: [1.25, 8.25, 8.25, 8.25],
  handlers: [4, 4.25, 16.5, 16.5],
  repeats: [2, 3.25, 3.25, 6.5],
  id: [8.5, 8.5, 8.5, 18],
}

const CHECKBOX = 1
const GAPS = [0.75, 0.75, 1, 1] as const
const PADDINGS = [2, 3, 3, 3] as const

/** The widths of these columns, behind the checkbox, for `ROW_GRID` and `ROW_WIDTH`. */
export function gridVariables(columns: readonly ColumnId[]): CSSProperties {
  const variables: Record<`--${'grid' | 'width'}-${number}`, string> = {}
  for (const level of [0, 1, 2, 3] as const) {
    const widths: Width[] = [CHECKBOX, ...columns.map((id) => WIDTHS[id][level])]
    const least = widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : width[0]), 0)
    const around = (widths.length - 1) * GAPS[level] + PADDINGS[level]
    variables[`--grid-${level}`] = widths.map(track).join(' ')
    variables[`--width-${level}`] = `${least + around}rem`
  }
  return variables
}

function track(width: Width): string {
  return typeof width === 'number' ? `${width}rem` : `minmax(${width[0]}rem,${width[1]}fr)`
}
