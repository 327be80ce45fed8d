import { pageTitle } from '@/app/page-title'
import { DestinationListPage } from '@/components/destinations/destination-list-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('places.destinations')

export default async function DestinationsPage() {
  await requireUser('viewer')
  return <DestinationListPage />
}
