import type { Pool } from 'pg'
import { logError } from '@/lib/log'
import { runJobSpec, type Tasks } from './queue'

const BEAT_MS = 5_000
/** Silent for this long, a worker counts as dead: five beats that failed. */
const DEAD_AFTER_SECONDS = 25
/** The SQL condition that the worker `w` lives. */
export const LIVES_SQL = `w.beat_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`

export interface Heartbeat {
  /** Adds a name under which the queue knows what this worker has locked. */
  holds(lockId: string): void
  stop(): Promise<void>
}

const BEAT_SQL = `INSERT INTO worker (id, lock_ids, beat_at) VALUES ($1, $2, now())
  ON CONFLICT (id) DO UPDATE SET lock_ids = excluded.lock_ids, beat_at = excluded.beat_at`

/**
 * What dead workers had locked is given back, so that others take it up within a minute; the queue's own rule is four
 * hours. What was locked a moment ago may belong to a worker that has not said yet that it lives.
 */
const UNLOCK_SQL = `
  WITH dead AS (
    SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
    WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})
      AND locked_by NOT IN (
        SELECT unnest(w.lock_ids) FROM worker w WHERE ${LIVES_SQL})
  )
  SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`

/**
 * A wake-up that a crash swallowed: whatever waits in pending_batch or pending_join gets its job. For rejected deliveries, which
 * nobody processes, it is the only call to be indexed. Each by itself, so that the job of one is not held while waiting for that of another.
 */
const WAKE_SQL = [
  wakeSql('process_events', 'WHERE EXISTS (SELECT FROM pending_batch)'),
  wakeSql('join_events', 'WHERE EXISTS (SELECT FROM pending_join)'),
  wakeSql('index_events', ''),
]

function wakeSql(task: keyof Tasks, condition: string): string {
  return `SELECT graphile_worker.add_job('${task}', job_key => '${task}', job_key_mode => 'preserve_run_at') ${condition}`
}

/**
 * A run that is to go on and has no job, which should not be, gets one: once a minute, and when a worker starts. Left
 * alone are those of the last minute, those that a
 * replay will order, and those that are held.
 */
const SWEEP_SQL = `
  SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT ${runJobSpec('r.id', 'r.target', 'r.next_attempt_at')} FROM run r
    WHERE r.status IN ('queued', 'retrying', 'running') AND r.held IS NULL AND r.created_at < now() - interval '1 minute'
      AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.key = 'run:' || r.id)
      AND NOT EXISTS (SELECT FROM replay_item i WHERE i.run_id = r.id AND i.state = 'waiting')
    LIMIT 1000))`
const SWEEP_EVERY_BEATS = 12

const FORGET_SQL = `DELETE FROM worker WHERE beat_at < now() - interval '1 hour'`

/** Says every five seconds that this worker lives, and gives back what dead ones had locked. The first beat is awaited. */
export async function startHeartbeat(pool: Pool, workerId: string): Promise<Heartbeat> {
  const lockIds = new Set<string>()
  let beating: Promise<void> = Promise.resolve()
  let beats = 0

  async function beat(): Promise<void> {
    await pool.query(BEAT_SQL, [workerId, [...lockIds]])
    await pool.query(UNLOCK_SQL)
    for (const sql of WAKE_SQL) await pool.query(sql)
    await pool.query(FORGET_SQL)
    if (beats++ % SWEEP_EVERY_BEATS === 0) await pool.query(SWEEP_SQL)
  }
  const beatSafely = () => beat().catch((error) => logError('worker heartbeat', error))

  await beat()
  const timer = setInterval(() => {
    beating = beatSafely()
  }, BEAT_MS)
  return {
    holds(lockId) {
      lockIds.add(lockId)
      beating = beatSafely()
    },
    async stop() {
      clearInterval(timer)
      await beating
      await pool.query('DELETE FROM worker WHERE id = $1', [workerId]).catch(() => undefined)
    },
  }
}
