import type { PoolClient } from 'pg'

/** Of the advisory lock that whoever changes namings, mentions or entities holds until the end of the transaction. */
export const TIMELINES_LOCK = '7416900117204611'

/** Plans that read a whole table or index: never right here, but chosen and kept where the tables were empty a moment ago. */
const UNFIT = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']

const SQL = `SELECT pg_advisory_xact_lock($1), ${UNFIT.map((plan) => `set_config('${plan}', 'off', true)`).join(', ')}`

/**
 * Waits until nobody else joins, and keeps others waiting until the caller's transaction ends. In that transaction statements
 * are planned for a few rows found by index.
 */
export async function lockTimelines(client: PoolClient): Promise<void> {
  await client.query({ name: 'lock timelines', text: SQL, values: [TIMELINES_LOCK] })
}
