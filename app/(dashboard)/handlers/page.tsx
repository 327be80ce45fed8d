import type { Metadata } from 'next'
import { HandlerListPage } from '@/components/handlers/handler-list-page'
import { requireUser } from '@/lib/auth/actor'

export const metadata: Metadata = { title: 'Handlers' }

export default async function HandlersPage() {
  await requireUser('viewer')
  return <HandlerListPage />
}
