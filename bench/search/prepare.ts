import { Client } from 'pg'
import type { BenchServer } from '../database'
import { query } from '../database'
import { prepare } from '../timeline/prepare'
import { measureWork } from '../timeline/work'

const INDEX_SQL = `SELECT graphile_worker.add_job('index_events', '{}', job_key => 'index_events', max_attempts => 32767)`
const LEFT_SQL = 'SELECT coalesce(sum(cardinality(ids)), 0)::int AS left FROM pending_index'
/** Events that were joined before they were to be found: as the worker hands them over once their runs are made. */
const HAND_OVER_SQL = `
  INSERT INTO pending_index (ids)
  SELECT array_agg(n.id ORDER BY n.id) FROM (
    SELECT e.id, row_number() OVER (ORDER BY e.id) / 50 AS batch FROM event e
    WHERE NOT EXISTS (SELECT FROM search_entry s WHERE s.id = e.id) AND NOT EXISTS (SELECT FROM pending_index)) n
  GROUP BY n.batch ORDER BY n.batch`

/** A database of joined events that have runs, too, and are indexed: as an earlier run left it, else made so. Answers its URL. */
export async function prepareSearch(server: BenchServer, events: number, now: Date): Promise<string> {
  const { url } = await prepare(server, events, now)
  await query(url, HAND_OVER_SQL)
  const waiting = await count(url, LEFT_SQL)
  if (waiting > 0) {
    await query(url, INDEX_SQL)
    const { perSecond, seconds } = await measureWork(url, waiting, LEFT_SQL)
    console.log(`${waiting} events indexed by 1 worker in ${seconds.toFixed(0)} s: ${Math.round(perSecond)} events/s`)
  }
  if ((await count(url, 'SELECT count(*)::int AS left FROM (SELECT FROM run LIMIT 1) r')) === 0) {
    await query(url, RUNS_SQL)
  }
  if (waiting > 0) await query(url, 'VACUUM ANALYZE', 'CHECKPOINT')
  return url
}

/**
 * Two runs of each event, as the contract check and a destination would have. One in a hundred events failed in the second, the
 * newest thousand of which are retried.
 */
const RUNS_SQL = `
  WITH numbered AS (
    SELECT e.id, e.type, coalesce(e.occurred_at, e.received_at) AS occurred_at, e.received_at,
      get_byte(uuid_send(e.id), 14) % 100 = 0 AS failed, row_number() OVER (ORDER BY e.id DESC) <= 1000 AS is_new
    FROM event e
  )
  INSERT INTO run (id, event_id, event_type, target, handler, status, tries, attempt_count, occurred_at, created_at, finished_at,
    next_attempt_at, failure_group)
  SELECT gen_random_uuid(), n.id, n.type, h.handler, h.handler,
    CASE WHEN NOT (n.failed AND h.second) THEN 'succeeded' WHEN n.is_new THEN 'retrying' ELSE 'failed' END,
    1, 1, n.occurred_at, n.received_at, CASE WHEN NOT (n.failed AND h.second AND n.is_new) THEN n.received_at END,
    CASE WHEN n.failed AND h.second AND n.is_new THEN n.received_at + interval '1 hour' END,
    CASE WHEN n.failed AND h.second THEN 'bench' END
  FROM numbered n, (VALUES ('contract-check', false), ('forward', true)) AS h(handler, second)`

async function count(databaseUrl: string, sql: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ left: number }>(sql)
    return rows[0]?.left ?? 0
  } finally {
    await client.end()
  }
}
