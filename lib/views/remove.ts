import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { assertMayShare, lockView } from './lock'

/**
 * Removes a view. A person may remove their own, whatever their role; anybody else's that is shared from the role operator
 * on. Throws `not_found` and `forbidden`.
 */
export async function removeView(id: string, actor: Actor, client: PrismaClient = db()): Promise<void> {
  await client.$transaction(async (tx) => {
    const { ownerId, name, query, shared } = await lockView(tx, id, actor)
    const isMine = actor.kind === 'user' && actor.id === ownerId
    if (!isMine) assertMayShare(actor, 'remove')
    await tx.savedView.delete({ where: { id } })
    await recordAudit(tx, { actor, action: 'view.removed', target: `view:${id}`, detail: { name, query, shared } })
  })
}
