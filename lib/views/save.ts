import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { toViewItem, VIEW_WITH_OWNER } from './item'
import { assertMayShare } from './lock'
import type { SaveView, ViewItem } from './schemas'

/** As many as one person may keep. */
const MAX_VIEWS = 200

/**
 * Keeps a view for the person who asks. Throws `forbidden` for a token, whose views nobody could call their own, and for a
 * shared one below the role operator; `conflict` where the person has 200.
 */
export async function saveView(input: SaveView, actor: Actor, client: PrismaClient = db()): Promise<ViewItem> {
  if (actor.kind === 'token') {
    throw new JejakError('forbidden', say('views.ofNobody'))
  }
  if (input.shared) assertMayShare(actor, 'share')
  return client.$transaction(async (tx) => {
    // Two at once could both be the last one allowed.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.id}::uuid FOR UPDATE`
    if ((await tx.savedView.count({ where: { ownerId: actor.id } })) >= MAX_VIEWS) {
      throw new JejakError('conflict', say('views.enough', { most: MAX_VIEWS }))
    }
    const row = await tx.savedView.create({ data: { ...input, ownerId: actor.id }, include: VIEW_WITH_OWNER })
    await recordAudit(tx, { actor, action: 'view.saved', target: `view:${row.id}`, detail: input })
    return toViewItem(row, actor)
  })
}
