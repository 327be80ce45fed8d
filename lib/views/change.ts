import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { toViewItem, VIEW_WITH_OWNER } from './item'
import { assertMayShare, lockView } from './lock'
import type { ChangeView, ViewItem } from './schemas'

/**
 * Changes what is named of a view; no longer shared, it is its owner's alone. Throws `not_found` for one that `actor` does not
 * see, and `forbidden` below the role operator where it is shared or is to be.
 */
export async function changeView(
  id: string,
  change: ChangeView,
  actor: Actor,
  client: PrismaClient = db(),
): Promise<ViewItem> {
  return client.$transaction(async (tx) => {
    const before = await lockView(tx, id, actor)
    if (before.shared) assertMayShare(actor, 'change')
    if (change.shared) assertMayShare(actor, 'share')
    const row = await tx.savedView.update({ where: { id }, data: change, include: VIEW_WITH_OWNER })
    await recordAudit(tx, { actor, action: 'view.changed', target: `view:${id}`, detail: change })
    return toViewItem(row, actor)
  })
}
