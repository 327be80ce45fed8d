import type { PoolClient } from 'pg'
import type { StoredNaming } from './namings'

/** Takes in how far namings reach now and how many mentions more they have. */
export async function growNamings(
  client: PoolClient,
  grown: readonly { naming: StoredNaming; firstAt: number; lastAt: number; added: number }[],
): Promise<void> {
  if (grown.length === 0) return
  await client.query({
    name: 'grow namings',
    text: `UPDATE naming n SET first_at = least(n.first_at, t.first_at), last_at = greatest(n.last_at, t.last_at),
        mentions = n.mentions + t.added
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

/** Counts the mentions of namings, and looks how far they reach. One without mentions keeps its times. */
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
