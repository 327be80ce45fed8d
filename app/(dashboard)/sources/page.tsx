import type { Metadata } from 'next'
import { SourceListPage } from '@/components/sources/source-list-page'
import { requireUser } from '@/lib/auth/actor'
import { PrefetchedSources } from './prefetched-sources'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage() {
  await requireUser('viewer')
  return (
    <PrefetchedSources>
      <SourceListPage />
    </PrefetchedSources>
  )
}
