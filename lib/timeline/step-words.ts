import { listedOr } from '@/lib/i18n/listed'
import type { Translate } from '@/lib/i18n/translate'
import type { StepName } from './finding-cause'
import type { Kind } from './kinds'
import { fieldTitle, stateWords } from './words'

/** A step of a lifecycle for people: "Packed", "AWB". */
export function stepWords(kind: Kind, step: StepName, t: Translate<'words'>): string {
  return 'state' in step ? stateWords(kind, step.state, t) : fieldTitle(step.field, t)
}

/** Steps of which one should come: "Ready for pickup or Waiting for its AWB". */
export function alternativesWords(kind: Kind, steps: readonly StepName[], t: Translate<'words'>): string {
  return listedOr(
    steps.map((step) => stepWords(kind, step, t)),
    t,
  )
}
