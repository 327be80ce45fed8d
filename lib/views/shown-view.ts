import { namedColumns, readColumns } from './columns'
import type { ViewItem } from './schemas'

/** What the event list shows: its query, and its columns as the URL names them. */
export interface Shown {
  q: string
  columns: readonly string[] | null
}

/** Whether a view is exactly what the list shows. */
export function isShown(view: Pick<ViewItem, 'query' | 'columns'>, { q, columns }: Shown): boolean {
  return view.query.trim() === q.trim() && columnKey(view.columns) === columnKey(columns)
}

/** The view that the list shows: with its columns, else one that asks for the same. A person's own goes before a shared one. */
export function shownView(views: readonly ViewItem[], shown: Shown): ViewItem | undefined {
  const ownFirst = [...views].sort((a, b) => Number(b.isMine) - Number(a.isMine))
  return (
    ownFirst.find((view) => isShown(view, shown)) ??
    (shown.q.trim() === '' ? undefined : ownFirst.find((view) => view.query.trim() === shown.q.trim()))
  )
}

function columnKey(columns: readonly string[] | null): string {
  return namedColumns(readColumns(columns))?.join(',') ?? ''
}
