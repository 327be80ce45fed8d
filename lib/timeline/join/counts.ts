import type { PoolClient } from 'pg'
import type { StoredNaming } from './namings'
import type { StoredMention } from './stored-mentions'

/** Takes in how far namings reach now and how many mentions more they have. */
export async function growNamings(
  client: PoolClient,
  grown: readonly { naming: StoredNaming; firstAt: number; lastAt: number; added: number }[],
): Promise<void> {
  if (grown.length === 0) return
  await client.query({
    name: 'grow namings',
    // One that has lost all its mentions keeps its times until others come.
    text: `UPDATE naming n SET mentions = n.mentions + t.added,
        first_at = CASE WHEN n.mentions = 0 THEN t.first_at ELSE least(n.first_at, t.first_at) END,
        last_at = CASE WHEN n.mentions = 0 THEN t.last_at ELSE greatest(n.last_at, t.last_at) END
      FROM json_to_recordset($1) AS t(id bigint, first_at timestamptz, last_at timestamptz, added int) WHERE n.id = t.id`,
    values: [
      JSON.stringify(
        grown.map(({ naming: { id }, firstAt, lastAt, added }) => ({
          ...{ id, added, first_at: new Date(firstAt).toISOString(), last_at: new Date(lastAt).toISOString() },
        })),
      ),
    ],
  })
}

/** Takes back what removed mentions counted, and looks how far their namings reach where the edge is gone. */
export async function shrinkNamings(client: PoolClient, removed: readonly StoredMention[]): Promise<void> {
  const lost = new Map<string, { id: string; count: number; firstAt: number; lastAt: number }>()
  for (const { namingId: id, at } of removed) {
    const { count, firstAt, lastAt } = lost.get(id) ?? { count: 0, firstAt: at, lastAt: at }
    lost.set(id, { id, count: count + 1, firstAt: Math.min(firstAt, at), lastAt: Math.max(lastAt, at) })
  }
  if (lost.size === 0) return
  await client.query({
    name: 'shrink namings',
    text: `UPDATE naming n SET mentions = n.mentions - t.count,
        first_at = CASE WHEN t.first_at > n.first_at THEN n.first_at ELSE coalesce(
          (SELECT m.at FROM mention m WHERE m.naming_id = n.id ORDER BY m.at LIMIT 1), n.first_at) END,
        last_at = CASE WHEN t.last_at < n.last_at THEN n.last_at ELSE coalesce(
          (SELECT m.at FROM mention m WHERE m.naming_id = n.id ORDER BY m.at DESC LIMIT 1), n.last_at) END
      FROM json_to_recordset($1) AS t(id bigint, count int, first_at timestamptz, last_at timestamptz) WHERE n.id = t.id`,
    values: [
      JSON.stringify(
        [...lost.values()].map(({ id, count, firstAt, lastAt }) => ({
          ...{ id, count, first_at: new Date(firstAt).toISOString(), last_at: new Date(lastAt).toISOString() },
        })),
      ),
    ],
  })
}

/** Counts the mentions of namings, and looks how far they reach: for those between which mentions were moved. */
export async function recountNamings(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query({
    name: 'recount namings',
    text: `UPDATE naming n SET mentions = c.mentions, first_at = coalesce(c.first_at, n.first_at),
        last_at = coalesce(c.last_at, n.last_at)
      FROM unnest($1::bigint[]) AS o(id), LATERAL (
        SELECT count(*)::int AS mentions, min(m.at) AS first_at, max(m.at) AS last_at
        FROM mention m WHERE m.naming_id = o.id) c
      WHERE n.id = o.id`,
    values: [[...new Set(ids)]],
  })
}

/** Removes those of these namings that have lost all their mentions, and answers them. */
export async function pruneNamings(client: PoolClient, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<{ id: string }>({
    name: 'prune namings',
    text: `
      WITH gone AS (
        DELETE FROM naming WHERE id = ANY($1::bigint[]) AND mentions = 0 RETURNING id, store_id, names
      ), names AS (
        DELETE FROM naming_name h USING gone g WHERE h.store_id = g.store_id AND h.name = ANY(g.names) AND h.naming_id = g.id
      ), ties_from AS (
        DELETE FROM naming_tie t USING gone g WHERE t.from_id = g.id
      ), ties_to AS (
        DELETE FROM naming_tie t USING gone g WHERE t.to_id = g.id AND t.from_id NOT IN (SELECT id FROM gone)
      )
      SELECT id FROM gone`,
    values: [[...new Set(ids)]],
  })
  return rows.map(({ id }) => id)
}
