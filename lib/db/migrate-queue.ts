import { Logger, runMigrations } from 'graphile-worker'
import { Pool } from 'pg'

/** The schema that holds the job queue's own tables. */
export const QUEUE_SCHEMA = 'graphile_worker'

/** Brings the job queue's tables to the installed version. Safe to run from several processes at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, schema: QUEUE_SCHEMA, logger: silent })
  } finally {
    await pool.end()
  }
}

/** What fails is thrown; the rest is of no interest at a start. */
const silent = new Logger(() => () => undefined)
