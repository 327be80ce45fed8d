import type { PoolClient } from 'pg'
import type { Kind } from '../kinds'
import { lockTimelines } from './lock'
import { refresh } from './refresh'
import { settle } from './settle'

/**
 * Finds out anew where everything around these names belongs, in the caller's transaction and under the lock of timelines: to
 * be called once a decision is written. What is `leaving` does not keep the id of what it leaves. Answers the ids of the entities that lost or gained names.
 */
export async function settleNames(
  client: PoolClient,
  {
    storeId,
    names,
    leaving = [],
  }: { storeId: string; kind: Kind; names: readonly string[]; leaving?: readonly string[] },
): Promise<string[]> {
  await lockTimelines(client)
  const settling = {
    names: names.map((name) => ({ storeId, name })),
    entityIds: [],
    fresh: new Set<string>(),
    leaving: new Set(leaving),
  }
  const { changed, lost, moved } = await settle(client, settling)
  await refresh(client, { entityIds: changed, added: new Map(), gained: moved, changed: lost })
  return [...changed].sort()
}
