import type { Metadata } from 'next'
import { DestinationListPage } from '@/components/destinations/destination-list-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Destinations' }

export default async function DestinationsPage() {
  await requireUser('viewer')
  return <DestinationListPage />
}
