import type { Role } from '@/lib/auth/schemas'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { runItems } from './items'
import type { RunItem } from './schemas'

/** The runs of an event with their attempts, in the order of the handlers; also those of its changed copies. */
export function runsOfEvent(eventId: string, role: Role, client: PrismaClient): Promise<RunItem[]> {
  return runItems(Prisma.sql`r.event_id = ${eventId}::uuid`, role, client)
}
