import type { PoolClient } from 'pg'
import type { Kind } from '../kinds'
import type { Decision } from '../partition'

/** What people decided about the things in a store, by kind. There are few: each is a person's act. */
export async function loadDecisions(client: PoolClient, storeId: string): Promise<Map<Kind, Decision[]>> {
  const { rows } = await client.query<Omit<Decision, 'at'> & { kind: Kind; at: Date }>({
    name: 'identity decisions',
    text: `SELECT kind, verdict, names, others, created_at AS at FROM identity_decision WHERE store_id = $1
      ORDER BY created_at, id`,
    values: [storeId],
  })
  const byKind = new Map<Kind, Decision[]>()
  for (const { kind, at, ...said } of rows)
    byKind.set(kind, [...(byKind.get(kind) ?? []), { ...said, at: at.getTime() }])
  return byKind
}
