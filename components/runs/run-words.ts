import { actorWords } from '@/lib/audit/actor-words'
import type { Translate } from '@/lib/i18n/translate'
import type { AttemptItem, AttemptOutcome, Held, RunItem, RunPill, RunStatus } from '@/lib/runs/schemas'

type Words = Translate<'words'>

/** A run's status in a word ("Queued"), and what it means. */
export function statusWords(status: RunStatus, t: Words): { label: string; meaning: string } {
  return { label: t(`statuses.${status}.label`), meaning: t(`statuses.${status}.meaning`) }
}

/** Why a run waits, within a sentence: "the handler is paused". */
export function heldReason(held: Held, t: Words): string {
  return t(`held.${held}`)
}

/** How an attempt ended: "Timed out". */
export function outcomeWords(outcome: AttemptOutcome, t: Words): string {
  return t(`outcomes.${outcome}`)
}

/** The key of the target that a run goes to. */
export function targetKey(run: Pick<RunPill, 'handler' | 'destinationId'>): string {
  return run.destinationId ? `${run.handler}:${run.destinationId}` : run.handler
}

/** What a run does, within a sentence: "Contract check", "forward to Warehouse". */
export function runName(run: Pick<RunPill, 'title' | 'destinationId' | 'handler'>, t: Words): string {
  return run.destinationId ? t('runs.forward', { handler: run.handler, destination: run.title }) : run.title
}

/** A run in a few words: "forward to Warehouse: failed". */
export function pillWords(run: RunPill, t: Words): string {
  const values = { run: runName(run, t), status: statusWords(run.status, t).label.toLowerCase() }
  return run.held ? t('runs.pillHeld', { ...values, reason: heldReason(run.held, t) }) : t('runs.pill', values)
}

/** What a run's status means, for a tooltip; of one that is held, why it waits. */
export function statusMeaning({ status, held }: { status: RunStatus; held?: Held | null }, t: Words): string {
  return held ? t('held.waits', { reason: heldReason(held, t) }) : statusWords(status, t).meaning
}

/** What started an attempt: "Automatic", "Retry 2 of 8", "Replay by ana@example.com". */
export function triggerWords(attempt: AttemptItem, run: Pick<RunItem, 'attempts' | 'maxTries'>, t: Words): string {
  if (attempt.replay) return t('runs.replayBy', { actor: actorWords(attempt.replay.actor, t) })
  if (attempt.trigger === 'replay') return t('runs.replay')
  if (attempt.trigger === 'automatic') return t('runs.automatic')
  const automatic = run.attempts.filter(
    (each) => each.trigger !== 'replay' && each.outcome !== 'returned' && each.number < attempt.number,
  )
  return t('runs.retry', { number: automatic.length + 1, most: run.maxTries })
}
