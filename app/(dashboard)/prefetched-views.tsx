import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SessionUser } from '@/lib/auth/session'
import { listViews } from '@/lib/views/list'
import { viewsKey } from '@/lib/views/query-options'
import type { ViewList } from '@/lib/views/schemas'

/** Gives the pages below it the saved views, so that the pinned ones are in the sidebar at once and nothing moves. */
export async function PrefetchedViews({ user, children }: { user: SessionUser; children: ReactNode }) {
  const client = new QueryClient()
  await client.prefetchQuery({
    queryKey: viewsKey(),
    queryFn: async (): Promise<ViewList> => ({ items: await listViews({ kind: 'user', ...user }), nextCursor: null }),
  })
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
