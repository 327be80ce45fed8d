/** The columns that the event list can show, in the order in which they are offered. */
export const COLUMNS = [
  'received',
  'occurred',
  'lag',
  'source',
  'type',
  'subject',
  'verdict',
  'handlers',
  'repeats',
  'id',
] as const
export type ColumnId = (typeof COLUMNS)[number]

/** The ones that are shown where a person chose none. */
export const USUAL_COLUMNS: readonly ColumnId[] = [
  'received',
  'source',
  'type',
  'subject',
  'verdict',
  'handlers',
  'repeats',
]

/** A row is opened by it, so no list is without. */
export const LINK_COLUMN: ColumnId = 'type'

/**
 * The columns to show for what a link or a view names: each once, in its order, what is not known left out, and the one with
 * the row's link first where it is not named. The usual ones where nothing known is named.
 */
export function readColumns(named: readonly string[] | null): readonly ColumnId[] {
  const chosen = [...new Set(named)].flatMap((name) => COLUMNS.find((id) => id === name) ?? [])
  if (chosen.length === 0) return USUAL_COLUMNS
  return chosen.includes(LINK_COLUMN) ? chosen : [LINK_COLUMN, ...chosen]
}

/** What a link or a view names for these columns: nothing where they are the usual ones. */
export function namedColumns(columns: readonly ColumnId[]): ColumnId[] | null {
  const isUsual = columns.length === USUAL_COLUMNS.length && columns.every((id, index) => id === USUAL_COLUMNS[index])
  return isUsual ? null : [...columns]
}
