import type { PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/**
 * Throws unless there is an event with this id: `not_found`, or `conflict` where the id is a rejected delivery's. `refusal`
 * is what it says then.
 */
export async function assertEvent(
  id: string,
  client: PrismaClient,
  refusal: 'replays.rejectedDelivery' | 'replays.rejectedCopy',
): Promise<void> {
  if (await client.event.findUnique({ where: { id }, select: { id: true } })) return
  const delivery = await client.delivery.findUnique({ where: { id }, select: { eventId: true } })
  if (delivery && delivery.eventId === null) {
    throw new JejakError('conflict', say(refusal))
  }
  throw new JejakError('not_found', say('missing.event', { id }))
}
