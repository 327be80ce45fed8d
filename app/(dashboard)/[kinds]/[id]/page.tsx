import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { SearchParams } from 'nuqs/server'
import { cache } from 'react'
import { requestLocale } from '@/app/locale'
import { EntityPage } from '@/components/timeline/page/entity-page'
import { requireUser } from '@/lib/auth/actor'
import { JejakError } from '@/lib/errors'
import { translator } from '@/lib/i18n/translator'
import { getEntity } from '@/lib/timeline/ask/get'
import { getTimeline } from '@/lib/timeline/ask/timeline'
import { kindOne } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'
import { defaultOrder, loadPageState } from '@/lib/timeline/page-state'
import { entityOptions, TIMELINE_SIZE, timelineOptions } from '@/lib/timeline/query-options'
import type { EntityDetail } from '@/lib/timeline/schemas'
import { kindOfPath } from '../kind-of'

interface Props {
  params: Promise<{ kinds: string; id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kinds, id } = await params
  const kind = kindOfPath(kinds)
  await requireUser('viewer')
  const one = kindOne(kind, translator(await requestLocale(), 'words'))
  return { title: `${one} ${(await find(kind, decodeURIComponent(id))).label}` }
}

export default async function EntityDetailPage({ params, searchParams }: Props) {
  const { kinds, id } = await params
  const kind = kindOfPath(kinds)
  await requireUser('viewer')
  const entity = await find(kind, decodeURIComponent(id))
  // An identifier was given, or the id of a thing that turned out to be another one.
  if (entity.id !== id) redirect(`/${kinds}/${entity.id}${searchOf(await searchParams)}`)
  const client = new QueryClient()
  client.setQueryData<EntityDetail>(entityOptions(kind, id).queryKey, entity)
  const { order } = await loadPageState(searchParams)
  const asked = { scope: 'story', order: order ?? defaultOrder(kind) } as const
  await client.prefetchInfiniteQuery({
    queryKey: timelineOptions(kind, id, asked).queryKey,
    queryFn: () => getTimeline(kind, id, { ...asked, limit: TIMELINE_SIZE }),
    initialPageParam: null,
  })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EntityPage key={id} kind={kind} id={id} />
    </HydrationBoundary>
  )
}

const find = cache(async (kind: Kind, id: string): Promise<EntityDetail> => {
  try {
    return await getEntity(kind, id)
  } catch (error) {
    if (error instanceof JejakError && error.code === 'not_found') notFound()
    throw error
  }
})

function searchOf(parameters: Awaited<SearchParams>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
