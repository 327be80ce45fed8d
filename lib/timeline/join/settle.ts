import type { PoolClient } from 'pg'
import { newId } from '@/lib/ingest/new-id'
import { partition } from '../partition'
import { type Field, loadAround } from './around'
import { assign } from './assign'
import type { StoredNaming, StoreName } from './namings'

export interface Settling {
  names: readonly StoreName[]
  entityIds: readonly string[]
  /** Namings that were not there before. */
  fresh: ReadonlySet<string>
  /** Names that a person splits off. */
  leaving?: ReadonlySet<string>
}

/**
 * Finds out anew where the namings around these belong, and writes what changed. Answers the entities that lost or gained a
 * naming, those that have none left among them. Needs the lock of timelines.
 */
export async function settle(client: PoolClient, { names, entityIds, fresh, leaving }: Settling): Promise<Set<string>> {
  if (names.length === 0 && entityIds.length === 0) return new Set()
  const moved = new Map<string, string>()
  const merged = new Map<string, string>()
  const changed = new Set<string>()
  for (const field of await loadAround(client, names, entityIds, fresh)) {
    const assignment = assign(groupsOf(field), newId, leaving)
    for (const [id, entityId] of assignment.moved) {
      moved.set(id, entityId)
      changed.add(entityId).add(field.namings.get(id)?.entityId ?? entityId)
    }
    for (const [from, into] of assignment.merged) merged.set(from, into)
  }
  if (moved.size > 0) {
    await client.query({
      name: 'move namings',
      text: `UPDATE naming n SET entity_id = t.entity_id FROM unnest($1::bigint[], $2::uuid[]) AS t(id, entity_id)
        WHERE n.id = t.id`,
      values: [[...moved.keys()], [...moved.values()]],
    })
  }
  await markMerged(client, merged)
  return changed
}

/** Leads from entities that have no namings any more to those that they were joined into. */
export async function markMerged(client: PoolClient, merged: ReadonlyMap<string, string>): Promise<void> {
  if (merged.size === 0) return
  await client.query({
    name: 'mark merged entities',
    text: `UPDATE entity e SET merged_into = t.into_id FROM unnest($1::uuid[], $2::uuid[]) AS t(id, into_id)
      WHERE e.id = t.id`,
    values: [[...merged.keys()], [...merged.values()]],
  })
}

function groupsOf({ namings, decisions, common }: Field): StoredNaming[][] {
  const sorted = [...namings.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  return partition(sorted, decisions, common).groups.map((ids) => ids.flatMap((id) => namings.get(id) ?? []))
}
