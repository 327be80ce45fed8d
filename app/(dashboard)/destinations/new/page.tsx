import { pageTitle } from '@/app/page-title'
import { NewDestinationPage } from '@/components/destinations/new-destination-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('titles.newDestination')

export default async function NewDestination() {
  await requireUser('viewer')
  return <NewDestinationPage />
}
