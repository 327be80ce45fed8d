import type { RunPill } from './schemas'

const AT_WORK_MS = 1_000
const SOON_MS = 5_000

/** How long to wait before runs are asked for again: a second while one is at work or about to be, else `calmMs`. */
export function refetchAfter<T>(runs: readonly RunPill[], now: Date, calmMs: T): number | T {
  return runs.some((run) => isAtWork(run, now)) ? AT_WORK_MS : calmMs
}

/** Whether a run is being made, or will be in a moment. What is held waits for somebody. */
export function isAtWork({ status, held, nextAttemptAt }: RunPill, now: Date): boolean {
  if (held !== null) return false
  if (status === 'running') return true
  if (status !== 'queued' && status !== 'retrying') return false
  return nextAttemptAt === null || Date.parse(nextAttemptAt) - now.getTime() < SOON_MS
}

/** Whether a run is over, until somebody replays it. */
export function isSettled({ status }: Pick<RunPill, 'status'>): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}
