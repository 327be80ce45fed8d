import type { Actor } from '@/lib/auth/actor'
import type { Prisma } from '@/lib/db/client'
import type { ViewItem } from './schemas'

/** What has to be read of a view to show it. */
export const VIEW_WITH_OWNER = { owner: { select: { name: true } } } as const satisfies Prisma.SavedViewInclude

type ViewRow = Prisma.SavedViewGetPayload<{ include: typeof VIEW_WITH_OWNER }>

/** A view as the API shows it to `actor`. */
export function toViewItem(row: ViewRow, actor: Actor): ViewItem {
  const { id, name, query, columns, shared, pinned } = row
  return {
    ...{ id, name, query, columns, shared, pinned },
    owner: row.owner.name,
    isMine: actor.kind === 'user' && actor.id === row.ownerId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
