import type { PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'

/**
 * Throws unless there is an event with this id: `not_found`, or `conflict` where the id is a rejected delivery's. `refusal`
 * begins that sentence.
 */
export async function assertEvent(id: string, client: PrismaClient, refusal: string): Promise<void> {
  if (await client.event.findUnique({ where: { id }, select: { id: true } })) return
  const delivery = await client.delivery.findUnique({ where: { id }, select: { eventId: true } })
  if (delivery && delivery.eventId === null) {
    throw new JejakError(
      'conflict',
      `${refusal}: its signature or key did not hold, so nothing vouches for what it says. Check the source's secrets, and have the sender deliver it again.`,
    )
  }
  throw new JejakError('not_found', `There is no event with the id ${id}.`)
}
