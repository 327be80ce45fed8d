import type { Pool, PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { Handler } from '@/lib/handlers/handler'
import { type Decision, decide, type RunState, STILL_AT_WORK_WAIT_MS } from './decide'
import { failureGroup } from './failure-shape'
import { LIVES_SQL } from './heartbeat'
import { inTransaction } from './in-transaction'
import { addJobs, type JobOrder } from './job-orders'
import { type LoadedRun, loadEvents } from './load-events'
import { PROBE_JOB_SQL } from './queue'
import { settleReplayItems } from './settle-replay-items'

/** An attempt that has begun, with all that it needs. */
export interface Started extends LoadedRun {
  attemptId: string
  /** Of this run, from 1. */
  number: number
  trigger: 'automatic' | 'retry' | 'replay'
  /** Automatic attempts so far, this one included where it is one. */
  tries: number
  replayId: string | null
  /** It tries whether an open circuit can be closed. */
  probe: boolean
}

export interface StartContext {
  pool: Pool
  workerId: string
  find(handler: string): Handler | undefined
  /** Whether this process is at it at the moment: then the job was overtaken. */
  underWay(runId: string): boolean
  now(): Date
}

/**
 * Begins attempts, many in one transaction: writes a row for each and answers it, or null where the run is not to be
 * started now (it is over, held, or has to wait; then it has been put where it belongs).
 */
export async function startAttempts(context: StartContext, runIds: string[]): Promise<(Started | null)[]> {
  return inTransaction(context.pool, async (client) => {
    const now = context.now()
    const states = await lockRuns(client, runIds)
    const decisions = decide(states, { ...context, now })
    const going = decisions.flatMap(({ state, go }) => (go ? [{ state, ...go, attemptId: v7() }] : []))
    await markLost(client, decisions)
    await giveUp(client, decisions, now)
    await putOff(client, decisions)
    await saveTargets(client, decisions)
    await begin(client, going, context.workerId, now)
    const loaded = await loadEvents(
      client,
      going.map(({ state }) => state.id),
    )
    const started = new Map(
      going.flatMap(({ state, attemptId, trigger, probe, tries }) => {
        const run = loaded.get(state.id)
        if (!run) return []
        const number = state.attempt_count + 1
        return [[state.id, { ...run, attemptId, number, trigger, tries, probe, replayId: state.replay_id }] as const]
      }),
    )
    // Two jobs may have come up for one run: it begins once, and the other looks in later, should the first be lost.
    const twice = [...started.keys()].filter((id) => runIds.indexOf(id) !== runIds.lastIndexOf(id))
    const later = new Date(now.getTime() + STILL_AT_WORK_WAIT_MS)
    await addJobs(
      client,
      twice.map((runId) => ({ runId, runAt: later })),
    )
    return runIds.map((runId) => {
      const one = started.get(runId) ?? null
      started.delete(runId)
      return one
    })
  })
}

/**
 * Destinations and targets are locked before runs, as whoever switches on or resumes one does: what is parked here is parked
 * before or after that, never in between. Only those targets have a row that were ever paused, limited or failing.
 */
async function lockRuns(client: PoolClient, runIds: string[]): Promise<RunState[]> {
  await client.query({
    name: 'lock destinations',
    text: `SELECT FROM destination WHERE id IN (SELECT destination_id FROM run WHERE id = ANY($1::uuid[]))
      ORDER BY id FOR KEY SHARE`,
    values: [runIds],
  })
  await client.query({
    name: 'limited targets',
    text: `INSERT INTO target (key) SELECT DISTINCT r.target FROM run r JOIN destination d ON d.id = r.destination_id
      WHERE r.id = ANY($1::uuid[]) AND d.rate_per_second IS NOT NULL
        AND NOT EXISTS (SELECT FROM target t WHERE t.key = r.target)
      ORDER BY 1 ON CONFLICT DO NOTHING`,
    values: [runIds],
  })
  await client.query({
    name: 'lock targets',
    text: `SELECT FROM target WHERE key IN (SELECT target FROM run WHERE id = ANY($1::uuid[])) ORDER BY key FOR UPDATE`,
    values: [runIds],
  })
  const { rows } = await client.query<RunState>({
    name: 'lock runs',
    text: `
      SELECT r.id, r.target, r.handler, r.destination_id, r.status, r.slotted, r.next_attempt_at, r.tries, r.attempt_count,
        r.current_attempt_id, r.replay_id,
        t.paused_at, t.opened_at, t.probe_at, t.probes, t.wait_until, t.next_slot_at,
        d.enabled, d.deleted_at, d.rate_per_second,
        coalesce(${LIVES_SQL}, false) AS worker_alive, a.worker,
        CASE WHEN r.status = 'running' AND r.replay_id IS NOT NULL THEN
          (SELECT count(*)::int FROM attempt x WHERE x.run_id = r.id AND x.replay_id = r.replay_id AND x.outcome = 'lost')
        ELSE 0 END AS lost_before
      FROM run r
      LEFT JOIN target t ON t.key = r.target
      LEFT JOIN destination d ON d.id = r.destination_id
      LEFT JOIN attempt a ON a.id = r.current_attempt_id
      LEFT JOIN worker w ON w.id = a.worker
      WHERE r.id = ANY($1::uuid[]) ORDER BY r.id FOR UPDATE OF r`,
    values: [runIds],
  })
  return rows
}

const LOST = { name: 'WorkerLost', message: 'The worker was gone before it was over; what it did is not known.' }

async function markLost(client: PoolClient, decisions: Decision[]): Promise<void> {
  const lost = decisions.flatMap(({ state, lost: isLost }) => (isLost ? [state.current_attempt_id] : []))
  if (lost.length === 0) return
  await client.query(
    `UPDATE attempt SET outcome = 'lost', duration_ms = NULL,
       error_name = $2, error_message = $3
     WHERE id = ANY($1::uuid[]) AND outcome IS NULL`,
    [lost, LOST.name, LOST.message],
  )
}

async function giveUp(client: PoolClient, decisions: Decision[], now: Date): Promise<void> {
  const states = decisions.flatMap(({ state, exhausted }) => (exhausted ? [state] : []))
  if (states.length === 0) return
  await client.query(
    `UPDATE run r SET status = 'failed', current_attempt_id = NULL, finished_at = $3, failure_group = o.failure_group,
       replay_id = NULL, replay_actor = NULL, replay_reason = NULL
     FROM unnest($1::uuid[], $2::text[]) AS o(id, failure_group) WHERE r.id = o.id`,
    [states.map(({ id }) => id), states.map(({ target }) => failureGroup(target, LOST.message)), now],
  )
  const replayed = states.flatMap(({ id, replay_id }) =>
    replay_id ? [{ replayId: replay_id, runId: id, state: 'failed' }] : [],
  )
  await settleReplayItems(client, replayed)
}

async function putOff(client: PoolClient, decisions: Decision[]): Promise<void> {
  const changes = decisions.flatMap(({ state, wait }) => (wait ? [{ id: state.id, ...wait }] : []))
  if (changes.length === 0) return
  await client.query(
    `UPDATE run r SET status = CASE WHEN r.status = 'running' AND NOT c.keep THEN 'queued' ELSE r.status END,
       current_attempt_id = CASE WHEN c.keep THEN r.current_attempt_id END,
       held = c.held, slotted = c.slotted, next_attempt_at = coalesce(c.until, r.next_attempt_at)
     FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::boolean[]) AS c(id, held, slotted, until, keep)
     WHERE r.id = c.id`,
    [
      changes.map(({ id }) => id),
      changes.map(({ held }) => held),
      changes.map(({ slotted }) => slotted),
      changes.map(({ until, keep }) => (keep ? null : until)),
      changes.map(({ keep }) => keep),
    ],
  )
  const jobs: JobOrder[] = changes.flatMap(({ id, held, until }) => (held ? [] : [{ runId: id, runAt: until }]))
  await addJobs(client, jobs)
  // Whoever waits behind a circuit can count on somebody to try it, whatever became of the last one who was to.
  const behind = decisions.filter(({ wait }) => wait?.held === 'circuit').map(({ state }) => state)
  for (const [key, probeAt] of new Map(behind.map((state) => [state.target, state.probe_at]))) {
    await client.query(PROBE_JOB_SQL, [key, probeAt])
  }
}

async function saveTargets(client: PoolClient, decisions: Decision[]): Promise<void> {
  const changed = new Map(decisions.flatMap(({ target }) => (target ? [[target.key, target] as const] : [])))
  for (const { key, nextSlotAt, probeAt } of changed.values()) {
    await client.query(
      `UPDATE target SET next_slot_at = coalesce($2::timestamptz, next_slot_at), probe_at = coalesce($3::timestamptz, probe_at),
         probes = probes + CASE WHEN $3::timestamptz IS NULL THEN 0 ELSE 1 END
       WHERE key = $1`,
      [key, nextSlotAt, probeAt],
    )
    if (probeAt) await client.query(PROBE_JOB_SQL, [key, probeAt])
  }
}

interface Going {
  state: RunState
  attemptId: string
  trigger: string
  tries: number
}

async function begin(client: PoolClient, going: Going[], workerId: string, now: Date): Promise<void> {
  if (going.length === 0) return
  await client.query({
    name: 'begin attempts',
    text: `
      WITH o AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) AS o(run_id, attempt_id, trigger, tries)
      ), begun AS (
        INSERT INTO attempt (id, run_id, target, number, trigger, replay_id, actor, reason, superseded_retry_at, worker, started_at)
        SELECT o.attempt_id, r.id, r.target, r.attempt_count + 1, o.trigger, r.replay_id, r.replay_actor, r.replay_reason,
          r.superseded_retry_at, $5, $6::timestamptz
        FROM o JOIN run r ON r.id = o.run_id
      )
      UPDATE run r SET status = 'running', held = NULL, slotted = false, next_attempt_at = NULL, finished_at = NULL,
        attempt_count = r.attempt_count + 1, tries = o.tries, current_attempt_id = o.attempt_id, superseded_retry_at = NULL
      FROM o WHERE r.id = o.run_id`,
    values: [
      going.map(({ state }) => state.id),
      going.map(({ attemptId }) => attemptId),
      going.map(({ trigger }) => trigger),
      going.map(({ tries }) => tries),
      workerId,
      now,
    ],
  })
}
