import type { PoolClient } from 'pg'
import type { Differences } from './compare'
import type { Settled } from './settle'
import type { StoredMention } from './stored-mentions'
import { tells } from './told-mentions'
import type { Written } from './write-differences'

export interface Affected {
  /** Entities whose state has to be folded anew. */
  changed: Set<string>
  /** Entities of which something was said, or is said no more, or whose names are others now. */
  loud: Set<string>
}

/** What became of entities by what was written. `entityOf`: the entity of each naming, now. */
export async function affectedBy(
  client: PoolClient,
  { removed, altered }: Differences,
  stored: readonly StoredMention[],
  { added, bridges }: Written,
  settled: Settled,
  entityOf: ReadonlyMap<string, string>,
): Promise<Affected> {
  const changed = new Set(settled.lost)
  const loud = new Set(settled.changed)
  const both = ({ entityId, namingId }: StoredMention) => [entityId, entityOf.get(namingId) ?? entityId]
  for (const mention of stored) if (tells(mention)) for (const id of both(mention)) loud.add(id)
  for (const [namingId, mentions] of added) if (mentions.some(tells)) loud.add(entityOf.get(namingId) ?? '')
  for (const { after, before } of altered) if (tells(after)) for (const id of both(before)) loud.add(id)
  const unsaid = [
    ...removed.filter(({ set }) => set !== null),
    ...altered.flatMap(({ before, after }) => (before.set !== null || after.set !== null ? before : [])),
  ]
  for (const mention of unsaid) for (const id of both(mention)) changed.add(id)
  for (const { from, into } of bridges) changed.add(from.entityId).add(entityOf.get(into.id) ?? into.entityId)
  const silenced = [...removed, ...altered.map(({ before }) => before)]
  for (const id of await deserted(client, silenced, entityOf)) changed.add(id)
  return { changed, loud }
}

/** Entities that a provider of these mentions does not name any more. */
async function deserted(
  client: PoolClient,
  mentions: readonly StoredMention[],
  entityOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const pairs = new Map<string, { id: string; provider: string }>()
  for (const { entityId, namingId, provider } of mentions) {
    for (const id of [entityId, entityOf.get(namingId) ?? entityId]) pairs.set(`${id} ${provider}`, { id, provider })
  }
  if (pairs.size === 0) return []
  const { rows } = await client.query<{ id: string }>({
    name: 'deserted entities',
    text: `SELECT DISTINCT e.id FROM unnest($1::uuid[], $2::text[]) AS t(id, provider)
        JOIN entity e ON e.id = t.id AND t.provider = ANY(e.providers)
      WHERE NOT EXISTS (SELECT FROM naming n,
          LATERAL (SELECT FROM mention m WHERE m.naming_id = n.id AND m.provider = t.provider LIMIT 1) m
        WHERE n.entity_id = e.id)`,
    values: [[...pairs.values()].map(({ id }) => id), [...pairs.values()].map(({ provider }) => provider)],
  })
  return rows.map(({ id }) => id)
}
