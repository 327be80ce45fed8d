import { Client } from 'pg'
import { CLUSTER_USER } from './initialise'

/** Says "a living supervisor holds this cluster". Any constant will do; it must not change between versions. */
const LOCK_KEY = '7234303840'

export interface Lock {
  client: Client
  /** False where another session has it. */
  held: boolean
}

/** Connects to the cluster's maintenance database and tries to take the supervisor's lock; rejects where it cannot connect. */
export async function connectLock(port: number, password: string): Promise<Lock> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: CLUSTER_USER,
    password,
    database: 'postgres',
    application_name: 'jejak supervisor',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // Without a listener, a connection that breaks later would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK_KEY])
    return { client, held: rows[0]?.held === true }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}
