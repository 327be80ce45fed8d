import type { PoolClient } from 'pg'
import { newId } from '@/lib/ingest/new-id'
import { partition } from '../partition'
import { type Field, loadAround } from './around'
import { assign, compareAges, withoutEntity } from './assign'
import { leadAfter, loadLeads, markMerged } from './leads'
import type { StoredNaming, StoreName } from './namings'

export interface Settling {
  names: readonly StoreName[]
  entityIds: readonly string[]
  /** Namings that were not there before. */
  fresh: ReadonlySet<string>
  /** Names that a person splits off. */
  leaving?: ReadonlySet<string>
}

export interface Settled {
  /** Entities that lost or gained a naming, those that have none left among them. */
  changed: Set<string>
  /** Those of them that lost one. */
  lost: Set<string>
  /** The namings that another entity has now. */
  moved: Set<string>
}

/** Finds out anew where the namings around these belong, and writes what changed. Needs the lock of timelines. */
export async function settle(client: PoolClient, { names, entityIds, fresh, leaving }: Settling): Promise<Settled> {
  const settled: Settled = { changed: new Set(), lost: new Set(), moved: new Set() }
  if (names.length === 0 && entityIds.length === 0) return settled
  const moved = new Map<string, string>()
  const merged = new Map<string, string>()
  const begun = new Map<string, string>()
  for (const field of await loadAround(client, names, entityIds, fresh)) {
    const groups = groupsOf(field)
    const former = withoutEntity(groups, leaving).flatMap((group) => group.map(({ firstEntityId }) => firstEntityId))
    const assignment = assign(groups, newId, leaving, await loadLeads(client, former))
    for (const [id, entityId] of assignment.moved) {
      const from = field.namings.get(id)?.entityId ?? entityId
      moved.set(id, entityId)
      settled.moved.add(id)
      settled.changed.add(entityId).add(from)
      settled.lost.add(from)
    }
    for (const [from, into] of assignment.merged) merged.set(from, into)
    for (const { id, firstEntityId } of assignment.moved.size > 0 ? earliestOfEach(field.namings.values()) : []) {
      const entityId = assignment.moved.get(id)
      if (entityId) begun.set(firstEntityId, entityId)
    }
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
  await leadAfter(client, begun)
  return settled
}

/** The earliest naming of each entity that namings began as. */
function earliestOfEach(namings: Iterable<StoredNaming>): Iterable<StoredNaming> {
  const earliest = new Map<string, StoredNaming>()
  for (const naming of namings) {
    const known = earliest.get(naming.firstEntityId)
    if (!known || compareAges(naming, known) < 0) earliest.set(naming.firstEntityId, naming)
  }
  return earliest.values()
}

function groupsOf({ namings, decisions, common }: Field): StoredNaming[][] {
  const sorted = [...namings.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  return partition(sorted, decisions, common).groups.map((ids) => ids.flatMap((id) => namings.get(id) ?? []))
}
