import type { Metadata } from 'next'
import { ReplayListPage } from '@/components/replay/replay-list-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Replays' }

export default async function ReplaysPage() {
  await requireUser('viewer')
  return <ReplayListPage />
}
