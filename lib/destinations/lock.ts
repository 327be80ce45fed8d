import type { Prisma } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/** What a change has to know of a destination before it. */
export interface LockedDestination {
  storeId: string
  url: string
  enabled: boolean
  headers: Uint8Array | null
}

/** Holds a destination until the transaction ends: changes of one wait for each other. Throws `not_found`. */
export async function lockDestination(tx: Prisma.TransactionClient, id: string): Promise<LockedDestination> {
  const [found] = await tx.$queryRaw<LockedDestination[]>`
    SELECT store_id AS "storeId", url, enabled, headers FROM destination
    WHERE id = ${id}::uuid AND deleted_at IS NULL FOR UPDATE`
  if (!found) throw noDestination(id)
  return found
}

/** The error for a destination that there is not, or no longer. */
export function noDestination(id: string): JejakError {
  return new JejakError('not_found', say('missing.destination', { id }))
}
