import type { Metadata } from 'next'
import { SourcePage } from '@/components/sources/source-page'
import { requireUser } from '@/lib/auth/actor'
import { PrefetchedSources } from '../prefetched-sources'

export const metadata: Metadata = { title: 'Source' }

export default async function SourceDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return (
    <PrefetchedSources>
      <SourcePage id={(await params).id} />
    </PrefetchedSources>
  )
}
