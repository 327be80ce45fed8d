import { pageTitle } from '@/app/page-title'
import { FailureListPage } from '@/components/failures/failure-list-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('places.failures')

export default async function FailuresPage() {
  await requireUser('viewer')
  return <FailureListPage />
}
