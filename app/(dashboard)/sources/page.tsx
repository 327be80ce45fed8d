import { pageTitle } from '@/app/page-title'
import { SourceListPage } from '@/components/sources/source-list-page'
import { requireUser } from '@/lib/auth/actor'
import { PrefetchedSources } from './prefetched-sources'

export const generateMetadata = () => pageTitle('places.sources')

export default async function SourcesPage() {
  await requireUser('viewer')
  return (
    <PrefetchedSources>
      <SourceListPage />
    </PrefetchedSources>
  )
}
