import type { Metadata } from 'next'
import { FailureListPage } from '@/components/failures/failure-list-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Failures' }

export default async function FailuresPage() {
  await requireUser('viewer')
  return <FailureListPage />
}
