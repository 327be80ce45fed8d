import { Prisma } from '@/lib/db/client'

/** Every kind of job in the queue, with its payload. */
export interface Tasks {
  /** Makes the runs of the events that wait in pending_batch. */
  process_events: Record<string, never>
  /** Puts the events that wait in pending_join on their timelines. */
  join_events: Record<string, never>
  /** Indexes what waits in pending_index, and rejected deliveries that are not indexed yet. */
  index_events: Record<string, never>
  /** Makes the next attempt of a run. */
  execute_run: { runId: string; target: string }
  /** Orders the next runs of a replay. */
  feed_replay: { replayId: string }
  /** Lets one waiting run try a target whose circuit is open. */
  probe_target: { key: string }
  /** Goes on reading every event again. */
  rebuild: { rebuildId: string }
  /** Writes anew what lists show of a store's entities, after the one and up to the other named. */
  refresh_store: { storeId: string; after: string | null; until: string | null }
}

/** A job never fails for good by itself: how often a run is tried is decided by its policy. */
const MAX_ATTEMPTS = 32_767

/** Adds a job in a transaction. With a `jobKey` it takes the place of one that waits under the same key. */
export async function addJob<T extends keyof Tasks>(
  tx: Prisma.TransactionClient,
  task: T,
  payload: Tasks[T],
  { jobKey, runAt }: { jobKey?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${jobKey ?? null},
    run_at => ${runAt ?? null}::timestamptz, max_attempts => ${MAX_ATTEMPTS}::int)`
}

/** Adds a job for each run, due at its `next_attempt_at`, or now where it has none. Replaces one that waits. */
export async function queueRuns(tx: Prisma.TransactionClient, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return
  await tx.$executeRaw`SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT ${Prisma.raw(runJobSpec('r.id', 'r.target', 'r.next_attempt_at'))} FROM run r WHERE r.id = ANY(${runIds}::uuid[]) ORDER BY r.id))`
}

/** Adds the job that joins events, where any wait: those that were processed, and those that were received again, for which nobody else asks. */
export async function askToJoin(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job('join_events', job_key => 'join_events', max_attempts => ${MAX_ATTEMPTS}::int)
    WHERE EXISTS (SELECT FROM pending_join)`
}

/** Adds the job that indexes what waits in pending_index. */
export async function askToIndex(tx: Prisma.TransactionClient): Promise<void> {
  await addJob(tx, 'index_events', {}, { jobKey: 'index_events' })
}

/** Lets events wait to be indexed again, and adds the job that does it: `$1` their ids. */
export const INDEX_AGAIN_SQL = `WITH waiting AS (INSERT INTO pending_index (ids) VALUES ($1::uuid[]))
  SELECT graphile_worker.add_job('index_events', job_key => 'index_events', max_attempts => ${MAX_ATTEMPTS})`

/** Adds the job that lets a run try a target with an open circuit: `$1` its key, `$2` when (null: now). */
export const PROBE_JOB_SQL = `SELECT graphile_worker.add_job('probe_target', json_build_object('key', $1::text),
  job_key => 'probe:' || $1::text, run_at => $2::timestamptz, max_attempts => ${MAX_ATTEMPTS})`

/** Adds the jobs that let replays go on: `$1` their ids. */
export const FEED_JOBS_SQL = `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
  SELECT ROW('feed_replay', json_build_object('replayId', id), NULL, NULL, ${MAX_ATTEMPTS}, 'replay:' || id, 0,
    NULL)::graphile_worker.job_spec
  FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) AS replays))`

/** Adds the job that goes on with a rebuild: `$1` its id, `$2` when. */
export const REBUILD_JOB_SQL = `SELECT graphile_worker.add_job('rebuild', json_build_object('rebuildId', $1::text),
  job_key => 'rebuild:' || $1::text, run_at => $2::timestamptz, max_attempts => ${MAX_ATTEMPTS})`

/** A store that is told of many new types at once is refreshed once. */
const REFRESH_AFTER_SECONDS = 10

/** Adds the job that begins to refresh a store, a moment from now: `$1` its id. One that waits already is enough. */
export const BEGIN_REFRESH_SQL = `SELECT graphile_worker.add_job('refresh_store',
  json_build_object('storeId', $1::text, 'after', NULL, 'until', NULL), job_key => 'refresh_store:' || $1::text,
  job_key_mode => 'preserve_run_at', run_at => now() + interval '${REFRESH_AFTER_SECONDS} seconds', max_attempts => ${MAX_ATTEMPTS})`

/**
 * Adds the job that goes on refreshing a store: `$1` its id, `$2` the last entity that was refreshed, `$3` the last that is to be.
 * Without a key: it must not take the place of one that is to begin again.
 */
export const REFRESH_JOB_SQL = `SELECT graphile_worker.add_job('refresh_store',
  json_build_object('storeId', $1::text, 'after', $2::text, 'until', $3::text), max_attempts => ${MAX_ATTEMPTS})`

/** The SQL of the job of a run, by expressions for its id, its target and when it is due (null: now). */
export function runJobSpec(id: string, target: string, runAt: string): string {
  return `ROW('execute_run', json_build_object('runId', ${id}, 'target', ${target}), NULL, ${runAt}, ${MAX_ATTEMPTS}, 'run:' || ${id}, 0, NULL)::graphile_worker.job_spec`
}
