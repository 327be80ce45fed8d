import type { Pool } from 'pg'
import { refreshStore } from '../join/refresh-store'

/** Refreshes the stores for which that was ordered, as the worker does. */
export async function refreshOrdered(pool: Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ payload: { storeId: string; after: string | null; until: string | null } }>(
      `SELECT payload FROM graphile_worker.complete_jobs(
        ARRAY(SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'refresh_store'))`,
    )
    if (rows.length === 0) return
    for (const { payload } of rows) await refreshStore(pool, payload, new AbortController().signal)
  }
}
