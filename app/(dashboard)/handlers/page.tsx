import { pageTitle } from '@/app/page-title'
import { HandlerListPage } from '@/components/handlers/handler-list-page'
import { requireUser } from '@/lib/auth/actor'

export const generateMetadata = () => pageTitle('places.handlers')

export default async function HandlersPage() {
  await requireUser('viewer')
  return <HandlerListPage />
}
