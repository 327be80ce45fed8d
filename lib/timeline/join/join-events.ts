import type { PoolClient } from 'pg'
import { affectedBy } from './affected'
import { compare } from './compare'
import { derive, type NewMention } from './derive'
import { leadToSuccessors, markMerged } from './leads'
import { loadEvents } from './load-events'
import { lockTimelines } from './lock'
import { noteTypes } from './note-types'
import { refresh } from './refresh'
import { settle } from './settle'
import { loadStored, type StoredMention } from './stored-mentions'
import { successorsOf } from './successors'
import { type Bridge, type Written, writeDifferences } from './write-differences'

/**
 * Puts events on their timelines, in the caller's transaction and under the lock of timelines: what they say replaces what was
 * said of them before, and entities, states and findings follow. Joining an event again changes nothing but what hangs on how
 * often it was received. Answers how many events say something else than before.
 */
export async function joinEvents(
  client: PoolClient,
  eventIds: readonly string[],
  now: Date = new Date(),
): Promise<number> {
  await lockTimelines(client)
  const events = await loadEvents(client, eventIds)
  await noteTypes(client, events)
  const stored = await loadStored(
    client,
    events.map(({ id }) => id),
  )
  const derived = events.map(derive)
  const differences = compare(derived, stored)
  const successors = successorsOf(differences.removed, differences.added, derived)
  const former = new Map([...successors].map(([before, after]) => [after, before]))
  const written = await writeDifferences(client, differences, stored, (mention) => former.get(mention), now)
  const settled = await settle(client, written.settling)
  await markMerged(client, await mergedByBridges(client, written.bridges))
  await leadToSuccessors(client, placesTaken(successors, written))

  const namingIds = [...stored.map(({ namingId }) => namingId), ...written.added.keys(), ...written.rewritten]
  const entityOf = await entitiesOf(client, namingIds)
  const { changed, loud } = await affectedBy(client, differences, stored, written, settled, entityOf)
  const entityIds = new Set([
    ...entityOf.values(),
    ...changed,
    ...loud,
    ...settled.changed,
    ...written.settling.entityIds,
  ])
  await refresh(client, {
    ...{ entityIds, added: written.added, gained: settled.moved, changed },
    quiet: new Set([...entityIds].filter((id) => !loud.has(id))),
  })
  return differences.eventIds.size
}

/** By the entity of what was removed: the naming of what stands in its place. The earliest event tells. */
function placesTaken(successors: ReadonlyMap<StoredMention, NewMention>, { namingIdOf }: Written): Map<string, string> {
  const places = new Map<string, string>()
  for (const [{ entityId, eventId }, { key }] of [...successors].sort(([a], [b]) => (a.eventId < b.eventId ? -1 : 1))) {
    const namingId = namingIdOf(eventId, key)
    if (namingId && !places.has(entityId)) places.set(entityId, namingId)
  }
  return places
}

async function entitiesOf(client: PoolClient, namingIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; entity_id: string }>({
    name: 'entities of namings',
    text: 'SELECT id, entity_id FROM naming WHERE id = ANY($1::bigint[])',
    values: [[...new Set(namingIds)]],
  })
  return new Map(rows.map(({ id, entity_id }) => [id, entity_id]))
}

/** What only a period named that turned out to be part of another one: its entity leads to that one's. */
async function mergedByBridges(client: PoolClient, bridges: readonly Bridge[]): Promise<Map<string, string>> {
  if (bridges.length === 0) return new Map()
  const { rows } = await client.query<{ from_id: string; into_id: string }>({
    name: 'entities without namings',
    text: `SELECT b.entity_id AS from_id, n.entity_id AS into_id
      FROM unnest($1::uuid[], $2::bigint[]) AS b(entity_id, into_id) JOIN naming n ON n.id = b.into_id
      WHERE NOT EXISTS (SELECT FROM naming o WHERE o.entity_id = b.entity_id)`,
    values: [bridges.map(({ from }) => from.entityId), bridges.map(({ into }) => into.id)],
  })
  return new Map(rows.map(({ from_id, into_id }) => [from_id, into_id]))
}
