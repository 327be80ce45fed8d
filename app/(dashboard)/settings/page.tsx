import type { Metadata } from 'next'
import { SettingsPage } from '@/components/settings/settings-page'
import { requireUser } from '@/lib/auth/actor'
import { stuckSteps } from './stuck-steps'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsRoute() {
  await requireUser('admin')
  return <SettingsPage steps={stuckSteps()} />
}
