import type { Metadata } from 'next'
import { PeoplePage } from '@/components/settings/people-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await requireUser('admin')
  return <PeoplePage />
}
