import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { EventPage } from '@/components/events/event-page'
import { requireUser } from '@/lib/auth/actor'
import { eventExists } from '@/lib/events/exists'

export const metadata: Metadata = { title: 'Event' }

export default async function EventDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  const id = z.uuid().safeParse((await params).id)
  if (!id.success || !(await eventExists(id.data))) notFound()
  return <EventPage id={id.data} />
}
