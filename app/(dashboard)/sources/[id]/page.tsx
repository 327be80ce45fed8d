import { pageTitle } from '@/app/page-title'
import { SourcePage } from '@/components/sources/source-page'
import { requireUser } from '@/lib/auth/actor'
import { PrefetchedSources } from '../prefetched-sources'

export const generateMetadata = () => pageTitle('titles.source')

export default async function SourceDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return (
    <PrefetchedSources>
      <SourcePage id={(await params).id} />
    </PrefetchedSources>
  )
}
