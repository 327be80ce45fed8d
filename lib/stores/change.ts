import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { addJob } from '@/lib/worker/queue'
import type { UpdateStore } from './schemas'

/**
 * Changes the rules of a store's timelines. Pages follow at once, and the findings that lists show as soon as the
 * worker has gone through the store. Throws `not_found`.
 */
export async function updateStore(
  id: string,
  change: UpdateStore,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<void> {
  await client.$transaction(async (tx) => {
    const { count } = await tx.store.updateMany({ where: { id }, data: change })
    if (count === 0) throw new JejakError('not_found', say('missing.store', { id }))
    await addJob(tx, 'refresh_store', { storeId: id, after: null, until: null }, { jobKey: `refresh_store:${id}` })
    await recordAudit(tx, { actor, action: 'store.updated', target: `store:${id}`, detail: change })
  })
}
