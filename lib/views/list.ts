import type { Actor } from '@/lib/auth/actor'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { toViewItem, VIEW_WITH_OWNER } from './item'
import type { ViewItem } from './schemas'

/** The views that `actor` sees, by name: a person's own and the shared ones; for a token the shared ones. */
export async function listViews(actor: Actor, client: PrismaClient = db()): Promise<ViewItem[]> {
  const rows = await client.savedView.findMany({ where: seenBy(actor), include: VIEW_WITH_OWNER })
  return rows.map((row) => toViewItem(row, actor)).sort(byName)
}

/** The condition on views that `actor` sees. Nobody sees another's personal ones, whatever their role. */
export function seenBy(actor: Actor): Prisma.SavedViewWhereInput {
  return actor.kind === 'user' ? { OR: [{ ownerId: actor.id }, { shared: true }] } : { shared: true }
}

function byName(a: ViewItem, b: ViewItem): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true, sensitivity: 'base' }) || (a.id < b.id ? -1 : 1)
}
