import { pageTitle } from '@/app/page-title'
import { ReplayPage } from '@/components/replay/replay-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('titles.replay')

export default async function ReplayDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  return <ReplayPage id={(await params).id} />
}
