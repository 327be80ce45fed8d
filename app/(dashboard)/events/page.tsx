import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import type { SearchParams } from 'nuqs/server'
import { EventListPage } from '@/components/events/event-list-page'
import { requireUser } from '@/lib/auth/actor'
import { listQuery, listSearch, loadListState, queryOfParameters } from '@/lib/events/list-filters'
import { eventListKey } from '@/lib/events/query-options'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { translator } from '@/lib/i18n/translator'
import { requestLocale } from '../../locale'
import { isFreshVisit } from '../is-fresh-visit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'events')('list.title') }
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireUser('viewer')
  const parameters = await searchParams
  const { q, columns } = loadListState(parameters)
  const asked = queryOfParameters(parameters)
  if (asked !== null) redirect(`/events${listSearch({ q: asked, columns })}`)
  const query = listQuery(q)
  const client = new QueryClient()
  // A query that is not valid is left to the browser, which says what is wrong with it.
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
