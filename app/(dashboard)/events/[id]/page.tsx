import { notFound } from 'next/navigation'
import { z } from 'zod'
import { pageTitle } from '@/app/page-title'
import { EventPage } from '@/components/events/event-page'
import { requireUser } from '@/lib/auth/actor'
import { eventExists } from '@/lib/events/exists'

export const generateMetadata = () => pageTitle('titles.event')

export default async function EventDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  const id = z.uuid().safeParse((await params).id)
  if (!id.success || !(await eventExists(id.data))) notFound()
  return <EventPage id={id.data} />
}
