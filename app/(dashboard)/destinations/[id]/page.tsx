import { pageTitle } from '@/app/page-title'
import { DestinationPage } from '@/components/destinations/destination-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('titles.destination')

export default async function DestinationDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return <DestinationPage id={(await params).id} />
}
