import type { PoolClient } from 'pg'
import { settleNames } from '../join/settle-names'
import type { EntityRef } from '../schemas'
import type { Standing } from './standing'

/** Has the decision on these things take effect, and answers what their namings belong to now, the oldest thing first. */
export async function settled(
  client: PoolClient,
  things: readonly [Standing, ...Standing[]],
  leaving: readonly string[] = [],
): Promise<Settled[]> {
  const [{ storeId, kind }] = things
  const names = [...new Set(things.flatMap((thing) => thing.names.map(({ name }) => name)))]
  await settleNames(client, { storeId, kind, names, leaving })
  const { rows } = await client.query<Settled>(
    `SELECT e.id, e.kind, e.label, array_agg(n.id::text) AS "namingIds" FROM naming n JOIN entity e ON e.id = n.entity_id
    WHERE n.id = ANY($1::bigint[]) GROUP BY e.id ORDER BY e.id`,
    [things.flatMap(({ namingIds }) => namingIds)],
  )
  return rows
}

export interface Settled extends EntityRef {
  namingIds: string[]
}

/** A thing as the API tells of it. */
export function toRef({ id, kind, label }: EntityRef): EntityRef {
  return { id, kind, label }
}
