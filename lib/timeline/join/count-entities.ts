import type { PoolClient } from 'pg'
import type { PlacedMention } from '../mention'
import type { StoredNaming } from './namings'

/** Writes of entities that were only named by the way what that changes: how often and when, the last type, by whom. */
export async function countEntities(
  client: PoolClient,
  entities: readonly { id: string; mentions: number; namings: readonly StoredNaming[] }[],
  added: ReadonlyMap<string, readonly PlacedMention[]>,
): Promise<void> {
  if (entities.length === 0) return
  const rows = entities.map(({ id, mentions, namings }) => ({
    ...{ id, mentions },
    firstAt: new Date(namings.reduce((first, naming) => Math.min(first, naming.firstAt), Infinity)).toISOString(),
    lastAt: new Date(namings.reduce((last, naming) => Math.max(last, naming.lastAt), -Infinity)).toISOString(),
    providers: [...new Set(namings.flatMap((naming) => (added.get(naming.id) ?? []).map(({ provider }) => provider)))],
  }))
  await client.query({
    name: 'count entities',
    text: `UPDATE entity e SET mentions = t.mentions, first_at = t."firstAt", last_at = t."lastAt", last_type = l.type,
        providers = ARRAY(SELECT DISTINCT unnest(e.providers || t.providers) COLLATE "C" ORDER BY 1)
      FROM json_to_recordset($1) AS t(id uuid, mentions int, "firstAt" timestamptz, "lastAt" timestamptz, providers text[]),
        LATERAL (SELECT m.type FROM naming n,
            LATERAL (SELECT * FROM mention m WHERE m.naming_id = n.id
              ORDER BY m.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC LIMIT 1) m
          WHERE n.entity_id = t.id ORDER BY m.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC LIMIT 1) l
      WHERE e.id = t.id`,
    values: [JSON.stringify(rows)],
  })
}
