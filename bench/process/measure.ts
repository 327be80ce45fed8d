import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { endChild, messageOf, startChild } from '../children'
import type { BenchServer } from '../database'
import { MASTER_SECRET } from './fill'

export interface Measurement {
  /** The database with work in its queue; it stays as it is. */
  template: string
  worker: 'jejak' | 'bare'
  processes: number
  /** Told the resident memory of a worker, in bytes, every so often. */
  onMemory?(bytes: number): void
  /** Puts work into the database when the workers are ready; they begin after it. */
  before?(databaseUrl: string): Promise<void>
}

const DATABASE = 'bench_measured'
const POLL_MS = 200
const LONGEST_MS = 300_000

/**
 * Lets workers do what is in the queue of a copy of the template. Answers how many runs they finished per second, from
 * the first attempt's begin to the last run's end. Throws where a run failed or does not end.
 */
export async function measure(server: BenchServer, measurement: Measurement): Promise<number> {
  const url = await server.copy(measurement.template, DATABASE)
  const client = new Client({ connectionString: url })
  await client.connect()
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    JEJAK_SECRET: MASTER_SECRET,
    JEJAK_FORWARD_ALLOW: '127.0.0.1',
  }
  const workers = Array.from({ length: measurement.processes }, () =>
    startChild(`process/${measurement.worker}-worker.ts`, env, 'worker'),
  )
  await Promise.all(workers.map((worker) => messageOf(worker)))
  await measurement.before?.(url)
  for (const worker of workers) {
    worker.on('message', (bytes) => measurement.onMemory?.(Number(bytes)))
    worker.send('go')
  }
  await allFinished(client)
  const { rows } = await client.query<{ runs: number; seconds: number }>(SPEED_SQL)
  await Promise.all(workers.map(endChild))
  await client.end()
  await server.drop(DATABASE)
  return (rows[0]?.runs ?? 0) / (rows[0]?.seconds ?? 0)
}

const OPEN_SQL = `SELECT EXISTS (SELECT FROM run WHERE status IN ('queued', 'running')) OR
  EXISTS (SELECT FROM replay WHERE status = 'running') AS open, EXISTS (SELECT FROM run WHERE status = 'retrying') AS failed`

const SPEED_SQL = `SELECT count(*)::int AS runs, extract(epoch FROM max(r.finished_at) - min(a.started_at))::float AS seconds
  FROM run r JOIN attempt a ON a.run_id = r.id WHERE r.status = 'succeeded' AND a.outcome = 'succeeded'`

async function allFinished(client: Client): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  for (;;) {
    const { rows } = await client.query<{ open: boolean; failed: boolean }>(OPEN_SQL)
    if (rows[0]?.failed)
      throw new Error('A run failed, so there is nothing to compare. Are the receiver and its port there?')
    if (!rows[0]?.open) return
    if (Date.now() > deadline) throw new Error(`The runs were not finished within ${LONGEST_MS / 1000} s.`)
    await delay(POLL_MS)
  }
}
