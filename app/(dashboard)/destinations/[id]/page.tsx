import type { Metadata } from 'next'
import { DestinationPage } from '@/components/destinations/destination-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Destination' }

export default async function DestinationDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return <DestinationPage id={(await params).id} />
}
