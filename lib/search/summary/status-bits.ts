import { RUN_STATUSES, type RunStatus } from '@/lib/runs/statuses'
import type { Outcome } from './schemas'

/** The bit that stands for a status: the statuses of an event's runs are told as one number. */
export function bitOf(status: RunStatus): number {
  return 2 ** RUN_STATUSES.indexOf(status)
}

/** The statuses that a number stands for. */
export function statusesIn(bits: number): RunStatus[] {
  return RUN_STATUSES.filter((status) => (bits & bitOf(status)) !== 0)
}

/** What became of an event whose runs have these statuses; null where it has no runs. */
export function outcomeOf(bits: number | null): Outcome {
  if (bits === null) return 'none'
  const has = (...statuses: RunStatus[]) => statusesIn(bits).some((status) => statuses.includes(status))
  if (has('failed')) return 'failed'
  return has('queued', 'running', 'retrying') ? 'waiting' : 'succeeded'
}
