import { pageTitle } from '@/app/page-title'
import { SettingsPage } from '@/components/settings/settings-page'
import { requireUser } from '@/lib/auth/actor'
import { stuckSteps } from './stuck-steps'

export const generateMetadata = () => pageTitle('places.settings')

export default async function SettingsRoute() {
  await requireUser('admin')
  return <SettingsPage steps={stuckSteps()} />
}
