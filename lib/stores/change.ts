import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import type { UpdateStore } from './schemas'

/**
 * Changes the rules of a store's timelines. Pages follow at once; the findings that lists show, with the next news of a
 * thing or the next rebuild. Throws `not_found`.
 */
export async function updateStore(
  id: string,
  change: UpdateStore,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<void> {
  await client.$transaction(async (tx) => {
    const { count } = await tx.store.updateMany({ where: { id }, data: change })
    if (count === 0) throw new JejakError('not_found', `There is no store with the id ${id}.`)
    await recordAudit(tx, { actor, action: 'store.updated', target: `store:${id}`, detail: change })
  })
}
