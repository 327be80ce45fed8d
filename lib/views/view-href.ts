import { listSearch } from '@/lib/events/list-filters'
import type { ViewItem } from './schemas'

/** The page that shows a view: the event list under its query, with its columns. */
export function viewHref({ query, columns }: Pick<ViewItem, 'query' | 'columns'>): string {
  return `/events${listSearch({ q: query, columns: columns.length > 0 ? columns : null })}`
}
