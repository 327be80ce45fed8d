import { actorWords } from '@/lib/audit/actor-words'
import type { AttemptItem, AttemptOutcome, Held, RunItem, RunPill, RunStatus } from '@/lib/runs/schemas'

export const STATUS_WORDS: Record<RunStatus, { label: string; meaning: string }> = {
  queued: { label: 'Queued', meaning: 'A worker takes it up as soon as one is free.' },
  running: { label: 'Running', meaning: 'A worker is at it.' },
  retrying: { label: 'Retrying', meaning: 'It failed and will be tried again by itself.' },
  succeeded: { label: 'Succeeded', meaning: 'It is done.' },
  failed: { label: 'Failed', meaning: 'It failed and is not tried again by itself.' },
  cancelled: { label: 'Cancelled', meaning: 'It was called off before it was done.' },
}

export const HELD_WORDS: Record<Held, { label: string; reason: string }> = {
  paused: { label: 'Held', reason: 'the handler is paused' },
  circuit: { label: 'Held', reason: 'it keeps failing, so one at a time probes whether it works again' },
  disabled: { label: 'Held', reason: 'the destination is switched off' },
}

export const OUTCOME_WORDS: Record<AttemptOutcome, string> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  timed_out: 'Timed out',
  lost: 'Lost with its worker',
  returned: 'Returned to the queue',
}

/** The key of the target that a run goes to. */
export function targetKey(run: Pick<RunPill, 'handler' | 'destinationId'>): string {
  return run.destinationId ? `${run.handler}:${run.destinationId}` : run.handler
}

/** What a run does, within a sentence: "Contract check", "forward to Warehouse". */
export function runName(run: Pick<RunPill, 'title' | 'destinationId' | 'handler'>): string {
  return run.destinationId ? `${run.handler} to ${run.title}` : run.title
}

/** A run in a few words: "forward to Warehouse: failed". */
export function pillWords(run: RunPill): string {
  const status = STATUS_WORDS[run.status].label.toLowerCase()
  return `${runName(run)}: ${status}${run.held ? ` (${HELD_WORDS[run.held].reason})` : ''}`
}

/** What started an attempt: "Automatic", "Retry 2 of 8", "Replay by ana@example.com". */
export function triggerWords(attempt: AttemptItem, run: Pick<RunItem, 'attempts' | 'maxTries'>): string {
  if (attempt.replay) return `Replay by ${actorWords(attempt.replay.actor)}`
  if (attempt.trigger === 'replay') return 'Replay'
  if (attempt.trigger === 'automatic') return 'Automatic'
  const automatic = run.attempts.filter(
    (each) => each.trigger !== 'replay' && each.outcome !== 'returned' && each.number < attempt.number,
  )
  return `Retry ${automatic.length + 1} of ${run.maxTries}`
}
