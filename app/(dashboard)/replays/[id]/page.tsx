import type { Metadata } from 'next'
import { ReplayPage } from '@/components/replay/replay-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Replay' }

export default async function ReplayDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return <ReplayPage id={(await params).id} />
}
