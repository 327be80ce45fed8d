import { pageTitle } from '@/app/page-title'
import { ReplayListPage } from '@/components/replay/replay-list-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('places.replays')

export default async function ReplaysPage() {
  await requireUser('viewer')
  return <ReplayListPage />
}
