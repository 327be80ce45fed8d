import type { PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import type { EventItem, EventList, EventsQuery } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { say } from '@/lib/i18n/say'
import { loadRows } from './load-rows'
import type { ExportRow } from './row'

/** Bodies may be large: of so many at a time they are held. */
const ROWS_AT_ONCE = 100

interface ReadingOptions {
  client: PrismaClient
  /** The moment for which the query is asked, on every page alike. */
  now: Date
  signal: AbortSignal
}

/**
 * All that matches from the first page of it on, newest first, a few rows at a time. What came in after the first page was read is
 * newer than that, so it is not among it. Each search is bounded in time; the next goes on where it ended, until the end.
 * Throws `database_unreachable` where a search came no further.
 */
export async function* readMatches(
  query: EventsQuery,
  first: EventList,
  { client, now, signal }: ReadingOptions,
): AsyncGenerator<ExportRow[]> {
  let cursor: string | null | undefined = query.cursor
  for (let page = first; ; page = await searchEvents({ ...query, cursor }, client, now)) {
    for (const items of chunksOf(page.items)) {
      signal.throwIfAborted()
      yield await loadRows(items, client)
    }
    signal.throwIfAborted()
    if (page.nextCursor === null) return
    if (page.nextCursor === cursor) throw new JejakError('database_unreachable', say('searchTooSlow'))
    cursor = page.nextCursor
  }
}

function* chunksOf(items: EventItem[]): Generator<EventItem[]> {
  for (let at = 0; at < items.length; at += ROWS_AT_ONCE) yield items.slice(at, at + ROWS_AT_ONCE)
}
