import { type Alternatives, gapsIn, stepsToCome, titleOf } from './gaps'
import type { Kind } from './kinds'
import type { Progress } from './progress'
import type { Ghost } from './schemas'
import { isAwaited } from './stuck'
import type { Told } from './told'

/**
 * The expected steps that have not come: `missing` ones in their place, and after the last event those that are still to come,
 * unless the thing has reached its end.
 */
export function ghostsIn(kind: Kind, told: readonly Told[], progress: readonly Progress[]): Ghost[] {
  const last = told.at(-1)
  if (!last) return []
  const missing = progress.flatMap((one) =>
    gapsIn(one).map((gap) => ({
      ...{ kind, provider: one.provider },
      ...named(gap.missing),
      afterEventId: gap.after.told.eventId,
      why: 'missing' as const,
    })),
  )
  const next = progress
    .filter((one) => (one.current ? !one.current.step.isFinal : isAwaited(kind, told, one, progress)))
    .flatMap((one) =>
      stepsToCome(one).map((steps) => ({
        ...{ kind, provider: one.provider },
        ...named(steps),
        afterEventId: last.eventId,
        why: 'next' as const,
      })),
    )
  return [...missing, ...next]
}

function named(alternatives: Alternatives): Pick<Ghost, 'title' | 'steps'> {
  return { title: titleOf(alternatives), steps: alternatives.map(({ reachedBy }) => reachedBy) }
}
