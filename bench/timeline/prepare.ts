import { Client } from 'pg'
import { migrate } from '@/lib/db/migrate'
import { JejakError } from '@/lib/errors'
import { type BenchServer, query } from '../database'
import { fillTimelines } from './fill'
import { measureWork, type WorkFigures } from './work'

export interface Prepared {
  url: string
  events: number
  /** How the joining went, which may have been in an earlier run. */
  joining: WorkFigures
}

/** Orders the joining of whatever waits, as the worker itself does after it has made runs. */
const JOIN_SQL = `SELECT graphile_worker.add_job('join_events', '{}', job_key => 'join_events', max_attempts => 32767)`
const LEFT_SQL = 'SELECT count(*)::int AS left FROM pending_join'

/** A database with so many joined events: as an earlier run left it, else made anew. */
export async function prepare(server: BenchServer, events: number, now: Date): Promise<Prepared> {
  const name = `timeline_${events}`
  const url = server.urlOf(name)
  const known = await joinedBefore(url)
  if (known && (await bringUpToDate(url))) return { url, events, joining: known }
  await server.drop(name)
  await server.create(name)
  const startedAt = performance.now()
  await fillTimelines(url, events, now)
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`${events} events recorded in ${seconds.toFixed(0)} s; now they are joined`)
  await query(url, 'VACUUM ANALYZE', 'CHECKPOINT', JOIN_SQL)
  const joining = await measureWork(url, events, LEFT_SQL)
  await query(url, 'VACUUM ANALYZE', 'CHECKPOINT', 'CREATE TABLE bench_joined (figures json)')
  await query(url, `INSERT INTO bench_joined VALUES ('${JSON.stringify(joining)}')`)
  return { url, events, joining }
}

/** A database of an earlier run gets the migrations since. False where it was made by one that has changed: it is made anew. */
async function bringUpToDate(url: string): Promise<boolean> {
  try {
    const { applied } = await migrate(url)
    if (applied.length > 0) await query(url, 'VACUUM ANALYZE', 'CHECKPOINT')
    return true
  } catch (error) {
    if (!(error instanceof JejakError && error.code === 'conflict')) throw error
    console.log(`A database of an earlier run is made anew. ${error.message}`)
    return false
  }
}

async function joinedBefore(url: string): Promise<WorkFigures | null> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ figures: WorkFigures }>('SELECT figures FROM bench_joined')
    return rows[0]?.figures ?? null
  } catch {
    // There is no such database, or an earlier run did not finish it.
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}
