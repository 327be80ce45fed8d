import type { PoolClient } from 'pg'

const MERGES_FOLLOWED = 50

/** Where each of these entities leads to, itself where it stands; those that there are not (any more) are left out. */
export async function loadLeads(client: PoolClient, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; into_id: string }>({
    name: 'leads',
    text: `WITH RECURSIVE led AS (
        SELECT id, id AS into_id, merged_into, 1 AS step FROM entity WHERE id = ANY($1::uuid[])
        UNION ALL
        SELECT led.id, e.id, e.merged_into, led.step + 1 FROM led
        JOIN entity e ON e.id = led.merged_into WHERE led.step < ${MERGES_FOLLOWED})
      SELECT DISTINCT ON (id) id, into_id FROM led ORDER BY id, step DESC`,
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map(({ id, into_id }) => [id, into_id]))
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

/** Leads from entities that were joined into another to where what they began with is now. Those that have namings stand. */
export async function leadAfter(client: PoolClient, moved: ReadonlyMap<string, string>): Promise<void> {
  if (moved.size === 0) return
  await client.query({
    name: 'lead after what moved',
    text: `UPDATE entity e SET merged_into = t.into_id FROM unnest($1::uuid[], $2::uuid[]) AS t(id, into_id)
      WHERE e.id = t.id AND e.id <> t.into_id AND e.merged_into IS NOT NULL
        AND NOT EXISTS (SELECT FROM naming n WHERE n.entity_id = e.id)`,
    values: [[...moved.keys()], [...moved.values()]],
  })
}

/** Leads from entities whose last naming is gone to those of the namings that took its place. */
export async function leadToSuccessors(client: PoolClient, namingOf: ReadonlyMap<string, string>): Promise<void> {
  if (namingOf.size === 0) return
  await client.query({
    name: 'lead to successors',
    text: `UPDATE entity e SET merged_into = n.entity_id
      FROM unnest($1::uuid[], $2::bigint[]) AS t(id, naming_id) JOIN naming n ON n.id = t.naming_id
      WHERE e.id = t.id AND e.merged_into IS NULL AND e.id <> n.entity_id
        AND NOT EXISTS (SELECT FROM naming o WHERE o.entity_id = e.id)`,
    values: [[...namingOf.keys()], [...namingOf.values()]],
  })
}
