import type { PoolClient } from 'pg'
import { PLAN_BY_INDEX } from '@/lib/worker/plan-by-index'

/** Of the advisory lock that whoever changes namings, mentions or entities holds until the end of the transaction. */
export const TIMELINES_LOCK = '7416900117204611'

const SQL = `SELECT pg_advisory_xact_lock($1), ${PLAN_BY_INDEX}`

/**
 * Waits until nobody else joins, and keeps others waiting until the caller's transaction ends. In that transaction statements
 * are planned for a few rows found by index.
 */
export async function lockTimelines(client: PoolClient): Promise<void> {
  await client.query({ name: 'lock timelines', text: SQL, values: [TIMELINES_LOCK] })
}
