import { JejakError } from '@/lib/errors'
import { EXCLUSIONS, type Exclusion, type ReplayItem } from './schemas'

/** How many runs are left out, by why. */
export type ExcludedCounts = Partial<Record<Exclusion, number>>

const EXPLANATIONS: Record<Exclusion, string> = {
  stale: 'A later event of the same subject already succeeded in the same handler: the older one could undo it.',
  running: 'It is at work just now, or was ordered already and begins in a moment.',
  rejected: 'A rejected delivery cannot be replayed: nothing vouches for what it claims.',
  no_run: 'The handler does not subscribe to it, or no handler has taken it so far.',
  gone: 'Its destination was deleted, or its handler is not there any more.',
}

/** What was left out, as the API answers it: only what there is, with a sentence for people. */
export function explainExclusions(counts: ExcludedCounts): ReplayItem['excluded'] {
  return EXCLUSIONS.flatMap((reason) => {
    const runs = counts[reason] ?? 0
    return runs > 0 ? [{ reason, runs, explanation: EXPLANATIONS[reason] }] : []
  })
}

/** The error for an order that leaves nothing to do: `conflict`, and it says what was left out and why. */
export function nothingToReplay(counts: ExcludedCounts): JejakError {
  const excluded = explainExclusions(counts)
  const why =
    excluded.length > 0
      ? `all that matches is left out. ${excluded.map(({ runs, explanation }) => `${runs} × ${explanation}`).join(' ')}`
      : 'no run matches. Ask for more, or name the handlers that are to get the events.'
  return new JejakError('conflict', `There is nothing to replay: ${why}`, { extra: { excluded } })
}
