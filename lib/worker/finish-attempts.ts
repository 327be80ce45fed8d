import type { Pool, PoolClient } from 'pg'
import type { RetryPolicy } from '@/lib/handlers/handler'
import { FAILURES_TO_OPEN, probeDelayMs } from './circuit'
import type { Ending } from './execute'
import { failureGroup } from './failure-shape'
import { inTransaction } from './in-transaction'
import { addJobs } from './job-orders'
import { PROBE_JOB_SQL } from './queue'
import { nextDelayMs } from './retry-policy'
import { type SettledItem, settleReplayItems } from './settle-replay-items'
import type { Started } from './start-attempts'
import { RELEASE_SQL } from './targets-hold'

export interface Finish {
  started: Started
  ending: Ending
  policy: RetryPolicy
}

const LONGEST_RETRY_AFTER_MS = 24 * 3_600_000

/**
 * Completes attempts, many in one transaction: the attempt's row, what becomes of the run, the job of its retry, the
 * replay it belonged to and its target's circuit. An attempt that was given up in the meantime changes its own row only.
 */
export async function finishAttempts(
  { pool, now, random }: { pool: Pool; now(): Date; random(): number },
  finishes: Finish[],
): Promise<null[]> {
  return inTransaction(pool, async (client) => {
    const at = now()
    const outcomes = finishes.map((finish) => conclude(finish, at, random()))
    const valid = await lockRuns(client, outcomes)
    await completeAttempts(client, outcomes)
    const standing = outcomes.filter(({ started }) => valid.has(started.attemptId))
    await settleRuns(client, standing, at)
    await addJobs(
      client,
      standing.flatMap(({ started, next }) => (next.job ? [{ runId: started.runId, runAt: next.attemptAt }] : [])),
    )
    await settleReplayItems(client, replayed(standing))
    await settleTargets(client, outcomes, at)
    // A probe that failed waits like the rest; should the circuit be closed by then, the job releases it.
    const behind = standing.filter(({ next }) => next.held === 'circuit').map(({ started }) => started.target)
    for (const key of new Set(behind)) {
      await client.query(PROBE_JOB_SQL, [key, new Date(at.getTime() + probeDelayMs(0))])
    }
    return finishes.map(() => null)
  })
}

interface Outcome extends Finish {
  group: string | null
  next: { status: string; attemptAt: Date | null; tries: number; held: string | null; job: boolean }
}

/** What becomes of a run after an attempt. Pure. */
export function conclude({ started, ending, policy }: Finish, now: Date, random: number): Outcome {
  const { tries, trigger, probe, target } = started
  const group = ending.error && ending.outcome !== 'returned' ? failureGroup(target, ending.error.message) : null
  const over = (status: string) => ({ status, attemptAt: null, tries, held: null, job: false })
  const outcome = { started, ending, policy, group }
  if (ending.outcome === 'succeeded') return { ...outcome, next: over('succeeded') }
  if (ending.outcome === 'returned') {
    const counted = trigger === 'replay' ? tries : tries - 1
    return { ...outcome, next: { status: 'queued', attemptAt: null, tries: counted, held: null, job: true } }
  }
  if (ending.permanent) return { ...outcome, next: over('failed') }
  if (probe && trigger !== 'replay') {
    // It tried on behalf of all that wait: that costs it none of its attempts.
    return { ...outcome, next: { status: 'retrying', attemptAt: null, tries: tries - 1, held: 'circuit', job: false } }
  }
  const delayMs = nextDelayMs(policy, Math.max(1, tries), random)
  if (delayMs === null) return { ...outcome, next: over('failed') }
  const asked = Math.min(ending.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS)
  const attemptAt = new Date(now.getTime() + Math.max(delayMs, asked))
  return { ...outcome, next: { status: 'retrying', attemptAt, tries, held: null, job: true } }
}

async function lockRuns(client: PoolClient, outcomes: Outcome[]): Promise<Set<string>> {
  const { rows } = await client.query<{ current_attempt_id: string }>({
    name: 'lock finished runs',
    text: `SELECT current_attempt_id FROM run WHERE id = ANY($1::uuid[]) AND current_attempt_id = ANY($2::uuid[])
      ORDER BY id FOR UPDATE`,
    values: [outcomes.map(({ started }) => started.runId), outcomes.map(({ started }) => started.attemptId)],
  })
  return new Set(rows.map((row) => row.current_attempt_id))
}

async function completeAttempts(client: PoolClient, outcomes: Outcome[]): Promise<void> {
  const column = <T>(pick: (outcome: Outcome) => T) => outcomes.map(pick)
  const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))
  await client.query({
    name: 'complete attempts',
    text: `
      UPDATE attempt a SET outcome = o.outcome, duration_ms = o.duration_ms, result = o.result, error_name = o.error_name,
        error_message = o.error_message, error_stack = o.error_stack, request = o.request, response = o.response,
        response_body = decode(o.response_body, 'base64'), response_truncated = o.response_truncated
      FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[], $9::json[],
        $10::text[], $11::boolean[])
        AS o(id, outcome, duration_ms, result, error_name, error_message, error_stack, request, response, response_body,
          response_truncated)
      WHERE a.id = o.id`,
    values: [
      column(({ started }) => started.attemptId),
      column(({ ending }) => ending.outcome),
      column(({ ending }) => ending.durationMs),
      column(({ ending }) => ending.result),
      column(({ ending }) => ending.error?.name ?? null),
      column(({ ending }) => ending.error?.message ?? null),
      column(({ ending }) => ending.error?.stack ?? null),
      column(({ ending }) => json(ending.exchange?.request)),
      column(({ ending }) => json(statusAndHeaders(ending))),
      column(({ ending }) => bodyText(ending)),
      column(({ ending }) => ending.exchange?.response?.truncated ?? false),
    ],
  })
}

function statusAndHeaders({ exchange }: Ending) {
  return exchange?.response && { status: exchange.response.status, headers: exchange.response.headers }
}

function bodyText({ exchange }: Ending): string | null {
  return exchange?.response ? Buffer.from(exchange.response.body).toString('base64') : null
}

async function settleRuns(client: PoolClient, outcomes: Outcome[], at: Date): Promise<void> {
  await client.query({
    name: 'settle runs',
    text: `
      UPDATE run r SET status = o.status, next_attempt_at = o.attempt_at, tries = o.tries, held = o.held,
        failure_group = o.failure_group, current_attempt_id = NULL,
        finished_at = CASE WHEN o.status IN ('succeeded', 'failed') THEN $7::timestamptz END,
        replay_id = CASE WHEN o.status = 'queued' THEN r.replay_id END,
        replay_actor = CASE WHEN o.status = 'queued' THEN r.replay_actor END,
        replay_reason = CASE WHEN o.status = 'queued' THEN r.replay_reason END
      FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::int[], $5::text[], $6::text[])
        AS o(id, status, attempt_at, tries, held, failure_group)
      WHERE r.id = o.id`,
    values: [
      outcomes.map(({ started }) => started.runId),
      outcomes.map(({ next }) => next.status),
      outcomes.map(({ next }) => next.attemptAt),
      outcomes.map(({ next }) => next.tries),
      outcomes.map(({ next }) => next.held),
      outcomes.map(({ group }) => group),
      at,
    ],
  })
}

function replayed(outcomes: Outcome[]): SettledItem[] {
  return outcomes.flatMap(({ started: { replayId, runId }, ending: { outcome } }) => {
    if (!replayId || outcome === 'returned') return []
    return [{ replayId, runId, state: outcome === 'succeeded' ? 'succeeded' : 'failed' }]
  })
}

async function settleTargets(client: PoolClient, outcomes: Outcome[], at: Date): Promise<void> {
  const forwards = outcomes.filter(({ started, ending }) => started.destinationId && ending.outcome !== 'returned')
  const keys = [...new Set(forwards.map(({ started }) => started.target))].sort()
  for (const key of keys) {
    const own = forwards.filter(({ started }) => started.target === key)
    const failures = own.filter(({ ending }) => countsAgainst(ending)).length
    const waitMs = Math.max(0, ...own.map(({ ending }) => Math.min(ending.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS)))
    if (own.some(({ ending }) => ending.outcome === 'succeeded')) await closeCircuit(client, key)
    else if (failures > 0) await countFailures(client, key, failures, at)
    if (waitMs > 0) await waitFor(client, key, new Date(at.getTime() + waitMs))
  }
}

/** A refusal for good, or a plea to wait, says that the destination lives. */
function countsAgainst({ outcome, permanent, retryAfterMs }: Ending): boolean {
  return outcome !== 'succeeded' && !permanent && retryAfterMs === null
}

async function closeCircuit(client: PoolClient, key: string): Promise<void> {
  const { rows } = await client.query<{ was_open: boolean }>({
    name: 'close circuit',
    text: `UPDATE target t SET failures = 0, opened_at = NULL, probe_at = NULL, probes = 0
      FROM (SELECT key, opened_at IS NOT NULL AS was_open FROM target WHERE key = $1 FOR UPDATE) before
      WHERE t.key = before.key AND (t.failures > 0 OR t.opened_at IS NOT NULL) RETURNING before.was_open`,
    values: [key],
  })
  if (rows[0]?.was_open) await client.query(RELEASE_SQL, [key, 'circuit'])
}

async function countFailures(client: PoolClient, key: string, failures: number, at: Date): Promise<void> {
  const { rows } = await client.query<{ opens: boolean }>(
    `INSERT INTO target AS t (key, failures) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET failures = t.failures + excluded.failures
     RETURNING failures >= $3 AND opened_at IS NULL AS opens`,
    [key, failures, FAILURES_TO_OPEN],
  )
  if (!rows[0]?.opens) return
  const probeAt = new Date(at.getTime() + probeDelayMs(0))
  await client.query('UPDATE target SET opened_at = $2, probe_at = $3, probes = 0 WHERE key = $1', [key, at, probeAt])
  await client.query(PROBE_JOB_SQL, [key, probeAt])
}

async function waitFor(client: PoolClient, key: string, until: Date): Promise<void> {
  await client.query(
    `INSERT INTO target AS t (key, wait_until) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET wait_until = greatest(t.wait_until, excluded.wait_until)`,
    [key, until],
  )
}
