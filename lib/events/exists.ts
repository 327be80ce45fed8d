import { db, type PrismaClient } from '@/lib/db/client'

/** Whether there is an event with this id (a UUID). */
export async function eventExists(id: string, client: PrismaClient = db()): Promise<boolean> {
  return (await client.event.findUnique({ where: { id }, select: { id: true } })) !== null
}

/** Whether there is a delivery with this id (a UUID). */
export async function deliveryExists(id: string, client: PrismaClient = db()): Promise<boolean> {
  return (await client.delivery.findUnique({ where: { id }, select: { id: true } })) !== null
}
