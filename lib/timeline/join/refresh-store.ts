import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '@/lib/worker/in-transaction'
import { REFRESH_JOB_SQL } from '@/lib/worker/queue'
import { lockTimelines } from './lock'
import { refresh } from './refresh'

const CHUNK_ENTITIES = 200
/** So long a job works before it makes room for events that wait to be joined; another one goes on. */
const WORK_MS = 1_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Writes anew what lists show of a store's entities, by the rules of now, from the entity after `after` (null: from the
 * first) up to `until` (null: the last that there is now; what comes later has those rules) for a while, and orders that it be
 * gone on with.
 */
export async function refreshStore(
  pool: Pool,
  { storeId, after, until }: { storeId: string; after: string | null; until: string | null },
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + WORK_MS
  const to = until ?? (await newest(pool))
  let last: string | null = after ?? BEFORE_ALL
  do {
    last = await inTransaction(pool, (client) => refreshChunk(client, storeId, last ?? BEFORE_ALL, to))
    if (last === null) return
  } while (!signal.aborted && Date.now() < deadline)
  await pool.query(REFRESH_JOB_SQL, [storeId, last, to])
}

async function newest(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM entity ORDER BY id DESC LIMIT 1')
  return rows[0]?.id ?? BEFORE_ALL
}

/** Answers the last entity of the chunk; null where no more follow. */
async function refreshChunk(client: PoolClient, storeId: string, after: string, to: string): Promise<string | null> {
  await lockTimelines(client)
  const { rows } = await client.query<{ id: string }>({
    name: 'entities of a store',
    text: `SELECT id FROM entity WHERE id > $1 AND id <= $4 AND store_id = $2 AND merged_into IS NULL ORDER BY id LIMIT $3`,
    values: [after, storeId, CHUNK_ENTITIES, to],
  })
  const entityIds = rows.map(({ id }) => id)
  await refresh(client, { entityIds, added: new Map(), changed: new Set() })
  return entityIds.length < CHUNK_ENTITIES ? null : (entityIds.at(-1) ?? null)
}
