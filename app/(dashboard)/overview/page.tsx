import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { SearchParams } from 'nuqs/server'
import { pageTitle } from '@/app/page-title'
import { OverviewPage } from '@/components/overview/overview-page'
import { requireUser } from '@/lib/auth/actor'
import { readOverview } from '@/lib/overview/overview'
import { overviewOptions } from '@/lib/overview/query-options'
import { overviewQuerySchema } from '@/lib/overview/schemas'

export const generateMetadata = () => pageTitle('places.overview')

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireUser('viewer')
  const asked = overviewQuerySchema.safeParse({ window: (await searchParams).window })
  const window = asked.success ? asked.data.window : '24h'
  const client = new QueryClient()
  client.setQueryData(overviewOptions(window).queryKey, await readOverview(window))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewPage />
    </HydrationBoundary>
  )
}
