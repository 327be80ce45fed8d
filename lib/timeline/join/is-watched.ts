import type { Kind } from '../kinds'
import { UNHEARD_HOURS } from '../stuck'
import type { StoryRules } from './story-rules'

/**
 * Whether things of a kind can be stuck: only then does it matter when one was last named, or by whom, without that anything was
 * said of it.
 */
export function isWatched(kind: Kind, { settings, lifecyclesOf }: StoryRules): boolean {
  const lives = [...lifecyclesOf(kind).values()]
  if (lives.length === 0) return false
  return (
    UNHEARD_HOURS[kind] !== undefined ||
    lives.some(({ lifecycle }) => lifecycle.steps.some(({ stuckAfterHours }) => stuckAfterHours !== undefined)) ||
    Object.keys(settings.stuckAfterHours).some((key) => key.startsWith(`${kind}.`))
  )
}
