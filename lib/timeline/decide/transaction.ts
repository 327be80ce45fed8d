import { Pool, type PoolClient } from 'pg'
import { databaseUrl } from '@/lib/db/client'
import { inTransaction } from '@/lib/worker/in-transaction'
import { lockTimelines } from '../join/lock'

/**
 * Runs what a person decided in a transaction under the lock of timelines: joining waits meanwhile. With a connection to itself,
 * since people decide seldom.
 */
export async function underLock<T>(url: string | undefined, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const connectionString = url ?? databaseUrl()
  const pool = new Pool({
    connectionString,
    max: 1,
    application_name: 'jejak decision',
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => undefined)
  try {
    return await inTransaction(pool, async (client) => {
      await lockTimelines(client)
      return work(client)
    })
  } finally {
    await pool.end()
  }
}
