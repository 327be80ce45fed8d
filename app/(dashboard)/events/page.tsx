import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { EventListPage } from '@/components/events/event-list-page'
import { requireUser } from '@/lib/auth/actor'
import { filtersToQuery, loadListFilters } from '@/lib/events/list-filters'
import { eventListKey } from '@/lib/events/query-options'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { isFreshVisit } from '../is-fresh-visit'

export const metadata: Metadata = { title: 'Events' }

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireUser('viewer')
  const query = filtersToQuery(await loadListFilters(searchParams))
  const client = new QueryClient()
  // A query that is not valid is left to the browser's own request, whose answer says what is wrong with it.
  const checked = eventsQuerySchema.safeParse(query)
  if (checked.success && (await isFreshVisit())) {
    await client.prefetchInfiniteQuery({
      queryKey: eventListKey(query),
      queryFn: () => searchEvents(checked.data),
      initialPageParam: null,
    })
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EventListPage />
    </HydrationBoundary>
  )
}
