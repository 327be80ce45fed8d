import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { listSources } from '@/lib/sources/list'
import { refusalsOptions, sourcesOptions } from '@/lib/sources/query-options'
import { listRefusals } from '@/lib/sources/refusals'
import type { RefusalList, SourceList } from '@/lib/sources/schemas'

/** Hands the sources and the refusals to the pages below with the first render, so that nothing moves when they come. */
export async function PrefetchedSources({ children }: { children: ReactNode }) {
  const client = new QueryClient()
  const [sources, refusals] = await Promise.all([listSources(new Date()), listRefusals()])
  client.setQueryData<SourceList>(sourcesOptions().queryKey, { items: sources, nextCursor: null })
  client.setQueryData<RefusalList>(refusalsOptions().queryKey, { items: refusals, nextCursor: null })
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
