import type { Actor } from '@/lib/auth/actor'
import { hasRole } from '@/lib/auth/schemas'
import type { Prisma } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { seenBy } from './list'

/** Holds a view that `actor` sees until the transaction ends. Throws `not_found`. */
export async function lockView(tx: Prisma.TransactionClient, id: string, actor: Actor) {
  await tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`
  const view = await tx.savedView.findFirst({ where: { AND: [{ id }, seenBy(actor)] } })
  if (!view) throw new JejakError('not_found', say('missing.view', { id }))
  return view
}

/** Throws `forbidden` where the role of `actor` does not reach for what everybody sees. */
export function assertMayShare(actor: Actor, doing: 'share' | 'change' | 'remove'): void {
  if (hasRole(actor.role, 'operator')) return
  throw new JejakError('forbidden', say('views.role', { doing, role: actor.role }))
}
