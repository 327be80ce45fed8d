import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { requestLocale } from '@/app/locale'
import { EntityListPage } from '@/components/timeline/list/entity-list-page'
import { requireUser } from '@/lib/auth/actor'
import { translator } from '@/lib/i18n/translator'
import { listEntities } from '@/lib/timeline/ask/list'
import { kindTitle } from '@/lib/timeline/kind-words'
import { entityFiltersToQuery, loadEntityFilters } from '@/lib/timeline/list-filters'
import { entityListOptions } from '@/lib/timeline/query-options'
import { entitiesQuerySchema } from '@/lib/timeline/query-schemas'
import { isFreshVisit } from '../is-fresh-visit'
import { kindOfPath } from './kind-of'

interface Props {
  params: Promise<{ kinds: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfPath((await params).kinds)
  return { title: kindTitle(kind, translator(await requestLocale(), 'words')) }
}

export default async function EntitiesPage({ params, searchParams }: Props) {
  const kind = kindOfPath((await params).kinds)
  await requireUser('viewer')
  const query = entityFiltersToQuery(await loadEntityFilters(searchParams))
  const client = new QueryClient()
  // A query that is not valid is left to the browser's own request, whose answer says what is wrong with it.
  const checked = entitiesQuerySchema.safeParse(query)
  if (checked.success && (await isFreshVisit())) {
    await client.prefetchInfiniteQuery({
      queryKey: entityListOptions(kind, query).queryKey,
      queryFn: () => listEntities(kind, checked.data),
      initialPageParam: null,
    })
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EntityListPage key={kind} kind={kind} />
    </HydrationBoundary>
  )
}
