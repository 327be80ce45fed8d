import type { StuckStep } from '@/components/settings/timelines/draft'
import { providers } from '@/lib/providers/registry'
import { isKind, type Kind } from '@/lib/timeline/kinds'

/** Every state in which a thing can be stuck, as the lifecycles name them, with the figures of the providers that know it. */
export function stuckSteps(): StuckStep[] {
  const steps = new Map<string, StuckStep>()
  for (const { label, lifecycles } of providers) {
    for (const { kind, steps: ofKind } of lifecycles) {
      if (!isKind(kind)) continue
      for (const { reachedBy, stuckAfterHours, isFinal } of ofKind) {
        if (!('state' in reachedBy) || isFinal) continue
        const step = stepOf(steps, kind, reachedBy.state)
        if (stuckAfterHours !== undefined) step.figures.push({ provider: label, hours: stuckAfterHours })
      }
    }
  }
  return [...steps.values()]
}

function stepOf(steps: Map<string, StuckStep>, kind: Kind, state: string) {
  const key = `${kind}.${state}`
  const step = steps.get(key) ?? { key, kind, state, figures: [] }
  steps.set(key, step)
  return step
}
