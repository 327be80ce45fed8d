import { actorName, recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import type { Prisma } from '@/lib/db/client'
import { newId } from '@/lib/ingest/new-id'
import { askToFeed } from './ask-to-feed'
import { type ExcludedCounts, nothingToReplay } from './exclusions'
import type { ReplayItem } from './schemas'

export interface NewReplay {
  kind: ReplayItem['kind']
  actor: Actor
  reason: string | undefined
  filter?: Record<string, string> | undefined
  handlers?: readonly string[] | undefined
  ratePerSecond?: number | undefined
  includeStale: boolean
}

/** What a replay's items came to. */
export interface Placed {
  runs: number
  excluded: ExcludedCounts
  /** What an audit should know beyond the replay's own row. */
  detail?: Prisma.InputJsonObject
}

/**
 * Makes a replay with the items that `placeItems` writes, audits it and hands it to the workers; answers its id. Throws
 * `conflict` where there are no items. Nothing of it stands unless the transaction is committed.
 */
export async function placeReplay(
  tx: Prisma.TransactionClient,
  { kind, actor, reason, filter, handlers, ratePerSecond, includeStale }: NewReplay,
  placeItems: (replayId: string) => Promise<Placed>,
): Promise<string> {
  const id = newId()
  const order = {
    ...{ kind, includeStale, reason: reason ?? null, handlers: [...(handlers ?? [])] },
    ...(filter ? { filter } : {}),
    ...(ratePerSecond ? { ratePerSecond } : {}),
  }
  await tx.replay.create({ data: { id, actor: actorName(actor), excluded: {}, ...order } })
  const { runs, excluded, detail } = await placeItems(id)
  if (runs === 0) throw nothingToReplay(excluded)
  await tx.replay.update({ where: { id }, data: { total: runs, excluded } })
  await recordAudit(tx, {
    actor,
    action: 'replay.ordered',
    target: `replay:${id}`,
    detail: { ...order, runs, excluded, ...detail },
  })
  await askToFeed(tx, id)
  return id
}
