import type { EventPages, Newer } from './query-options'
import type { EventList } from './schemas'

/**
 * The first page of a list, read again, as what came since `shown` was read. All of it stands in `items`, what is shown already
 * too (see onlyUnknown). `hasMore` where the page ends above the newest row shown: between the two some may be missing.
 */
export function newestPage(shown: Pick<EventPages, 'pages'> | undefined, page: EventList): Newer {
  const reached = shown?.pages.flatMap(({ items }) => items)[0]?.id ?? shown?.pages.at(-1)?.nextCursor ?? ''
  return {
    tail: page.tail,
    items: page.items,
    hasMore: page.nextCursor !== null && page.nextCursor > reached,
    waiting: page.coverage.waiting,
  }
}
