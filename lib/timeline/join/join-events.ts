import type { PoolClient } from 'pg'
import { compare } from './compare'
import { derive } from './derive'
import { loadEvents } from './load-events'
import { lockTimelines } from './lock'
import { refresh } from './refresh'
import { markMerged, settle } from './settle'
import { loadStored } from './stored-mentions'
import { type Bridge, writeDifferences } from './write-differences'

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
  const stored = await loadStored(
    client,
    events.map(({ id }) => id),
  )
  const differences = compare(events.map(derive), stored)
  const written = await writeDifferences(client, differences, stored, now)
  const changed = await settle(client, written.settling)
  await markMerged(client, await mergedByBridges(client, written.bridges))

  const namingIds = [...stored.map(({ namingId }) => namingId), ...written.added.keys(), ...written.rewritten]
  const entityOf = await entitiesOf(client, namingIds)
  for (const id of written.rewritten) changed.add(entityOf.get(id) ?? '')
  changed.delete('')
  await refresh(client, {
    entityIds: [...entityOf.values(), ...changed, ...written.settling.entityIds],
    added: written.added,
    changed,
  })
  return differences.eventIds.size
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
