import { Pool, type PoolClient } from 'pg'
import { databaseUrl } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { inTransaction } from '@/lib/worker/in-transaction'
import { lockTimelines } from '../join/lock'

/** People decide seldom, and one after another. */
const CONNECTIONS = 2
const LONGEST_WAIT_MS = 10_000

const shared = globalThis as typeof globalThis & { jejakDecisionPools?: Map<string, Pool> }

/**
 * Runs what a person decided in a transaction under the lock of timelines: joining waits meanwhile. Throws `conflict` where
 * the lock, or a connection, does not come free within `waitMs`.
 */
export async function underLock<T>(
  url: string | undefined,
  work: (client: PoolClient) => Promise<T>,
  waitMs = LONGEST_WAIT_MS,
): Promise<T> {
  try {
    return await inTransaction(poolFor(url ?? databaseUrl()), async (client) => {
      await client.query("SELECT set_config('lock_timeout', $1, true)", [`${waitMs}ms`])
      await lockTimelines(client)
      return work(client)
    })
  } catch (error) {
    if (!isWaitOver(error)) throw error
    throw new JejakError('conflict', say('timelines.busy'), { cause: error })
  }
}

/** One for each database of the process. Its connections end once they are idle, and keep no process alive. */
function poolFor(connectionString: string): Pool {
  shared.jejakDecisionPools ??= new Map()
  const known = shared.jejakDecisionPools.get(connectionString)
  if (known) return known
  const pool = new Pool({
    ...{ connectionString, max: CONNECTIONS, application_name: 'jejak decision' },
    ...{ connectionTimeoutMillis: LONGEST_WAIT_MS, allowExitOnIdle: true },
  })
  // An idle connection that is lost is replaced when the next decision needs one.
  pool.on('error', () => undefined)
  shared.jejakDecisionPools.set(connectionString, pool)
  return pool
}

/** SQLSTATE 55P03 is lock_not_available; the words are those of pg-pool where all its connections are at work. */
function isWaitOver(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '55P03') || error.message === 'timeout exceeded when trying to connect'
}
