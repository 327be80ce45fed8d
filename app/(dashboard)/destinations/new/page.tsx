import type { Metadata } from 'next'
import { NewDestinationPage } from '@/components/destinations/new-destination-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'New destination' }

export default async function NewDestination() {
  await requireUser('viewer')
  return <NewDestinationPage />
}
