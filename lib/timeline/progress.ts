import type { Kind } from './kinds'
import { type AnyStep, isOfState, stepsOf } from './rank'
import type { Told } from './told'
import type { HeardLifecycle } from './told-types'

/** A step and the event with which it was reached. */
export interface Reached {
  step: AnyStep
  told: Told
}

/** How far a thing has come in the lifecycle of one provider. */
export interface Progress extends HeardLifecycle {
  provider: string
  /** By occurrence: each time that a state is said; the first time that a field is told, by whichever provider. */
  reached: readonly Reached[]
  /** The last state that the provider said. */
  current: Reached | null
  /** The provider's last event of the thing, whatever it says; null where it is silent. */
  lastNews: Told | null
}

/** How far a thing has come, by lifecycle. States that are in no lifecycle are passed over. */
export function progressIn(
  kind: Kind,
  lifecycles: ReadonlyMap<string, HeardLifecycle>,
  told: readonly Told[],
): readonly Progress[] {
  return [...lifecycles]
    .filter(([, { lifecycle }]) => lifecycle.kind === kind)
    .map(([provider, life]) => {
      const reached = reachedIn(provider, life.lifecycle, told)
      return {
        ...life,
        provider,
        reached,
        current: reached.findLast(({ step }) => isOfState(step)) ?? null,
        lastNews: told.findLast((event) => event.provider === provider) ?? null,
      }
    })
}

function reachedIn(provider: string, lifecycle: HeardLifecycle['lifecycle'], told: readonly Told[]): Reached[] {
  const fields = new Set<AnyStep>()
  return told.flatMap((event) =>
    stepsOf(lifecycle, event.set)
      .filter((step) => (isOfState(step) ? event.provider === provider : !fields.has(step)))
      .map((step) => {
        if (!isOfState(step)) fields.add(step)
        return { step, told: event }
      }),
  )
}
