import type { Progress, Reached } from './progress'
import { type AnyStep, isOfState } from './rank'

/** Steps of one place, of which one should have come. */
export type Alternatives = readonly [AnyStep, ...AnyStep[]]

export interface Gap {
  missing: Alternatives
  /** What came before it. */
  after: Reached
  /** The first later step, which does not come without it. */
  before: Reached
}

/**
 * The required steps that did not come although an earlier and then a later required state did. Both are asked for: of a thing
 * whose beginning was never heard, nothing can be missed. Nor can a step that no event told so far reaches, or an alternative of it.
 */
export function gapsIn(progress: Progress): Gap[] {
  const main = progress.reached.filter(({ step }) => isOfState(step) && step.need !== 'branch')
  return unreached(progress).flatMap((missing) => {
    const { place } = missing[0]
    const first = main.findIndex(({ step }) => step.place < place)
    const before = first < 0 ? undefined : main.slice(first).find(({ step }) => isRequired(step) && step.place > place)
    if (!before) return []
    const after = progress.reached
      .slice(0, progress.reached.indexOf(before))
      .findLast(({ step }) => step.place < place && step.need !== 'branch')
    return after ? [{ missing, after, before }] : []
  })
}

/** The required steps that are still to come, after all that was reached. */
export function stepsToCome(progress: Progress): Alternatives[] {
  const highest = Math.max(0, ...progress.reached.filter(({ step }) => isOfState(step)).map(({ step }) => step.place))
  return unreached(progress).filter(([{ place }]) => place > highest)
}

/** "Ready for pickup or Waiting for its AWB". */
export function titleOf(alternatives: Alternatives): string {
  return alternatives.map(({ title }) => title).join(' or ')
}

function unreached({ lifecycle, heard, reached }: Progress): Alternatives[] {
  const places = new Map<number, Alternatives>()
  for (const step of lifecycle.steps) {
    if (!isRequired(step)) continue
    const known = places.get(step.place)
    places.set(step.place, known ? [...known, step] : [step])
  }
  const done = new Set<AnyStep>(reached.map(({ step }) => step))
  return [...places.values()]
    .filter((alternatives) => alternatives.every((step) => heard.has(step) && !done.has(step)))
    .sort(([a], [b]) => a.place - b.place)
}

function isRequired({ need }: AnyStep): boolean {
  return need === 'required'
}
