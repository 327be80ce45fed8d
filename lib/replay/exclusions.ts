import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { EXCLUSIONS, type Exclusion, type ReplayItem } from './schemas'

/** How many runs are left out, by why. */
export type ExcludedCounts = Partial<Record<Exclusion, number>>

/** What was left out, as the API answers it: only what there is, with a sentence for people. */
export function explainExclusions(counts: ExcludedCounts): ReplayItem['excluded'] {
  return EXCLUSIONS.flatMap((reason) => {
    const runs = counts[reason] ?? 0
    return runs > 0 ? [{ reason, runs, explanation: say(`replays.leftOut.${reason}`) }] : []
  })
}

/** The error for an order that leaves nothing to do: `conflict`, and it says what was left out and why. */
export function nothingToReplay(counts: ExcludedCounts): JejakError {
  const excluded = explainExclusions(counts)
  const why = excluded.map(({ runs, explanation }) => `${runs} × ${explanation}`).join(' ')
  const sentence = excluded.length > 0 ? say('replays.allLeftOut', { why }) : say('replays.noneMatches')
  return new JejakError('conflict', sentence, { extra: { excluded } })
}
