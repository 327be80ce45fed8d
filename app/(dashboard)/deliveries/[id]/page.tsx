import { notFound } from 'next/navigation'
import { z } from 'zod'
import { pageTitle } from '@/app/page-title'
import { DeliveryPage } from '@/components/deliveries/delivery-page'
import { requireUser } from '@/lib/auth/actor'
import { deliveryExists } from '@/lib/events/exists'

export const generateMetadata = () => pageTitle('titles.delivery')

export default async function DeliveryDetailPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser('viewer')
  const id = z.uuid().safeParse((await params).id)
  if (!id.success || !(await deliveryExists(id.data))) notFound()
  return <DeliveryPage id={id.data} />
}
