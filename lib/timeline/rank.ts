import type { Lifecycle } from '@/lib/providers/lifecycle'

export type AnyStep = Lifecycle['steps'][number]

/** The steps that a set of fields reaches: first the one of its state, then those of fields. */
export function stepsOf(lifecycle: Lifecycle | undefined, set: object | null): AnyStep[] {
  if (!lifecycle || !set) return []
  const said = new Map<string, unknown>(Object.entries(set))
  const reached = lifecycle.steps.filter(({ reachedBy }) =>
    'state' in reachedBy ? said.get('state') === reachedBy.state : said.get(reachedBy.field) !== undefined,
  )
  return [...reached.filter(isOfState), ...reached.filter((step) => !isOfState(step))]
}

/** Whether a state word says that the step is reached, rather than a field that may be told again at any later time. */
export function isOfState({ reachedBy }: AnyStep): boolean {
  return 'state' in reachedBy
}

/**
 * The place of the step that a mention reaches in the lifecycle that its provider has for its kind, 0 to 1000: of the state's step;
 * of the last one that a field reaches where there is no state. 0 where it reaches none.
 */
export function rankOf(lifecycle: Lifecycle | undefined, set: object | null): number {
  const reached = stepsOf(lifecycle, set)
  const [first] = reached
  if (first && isOfState(first)) return first.place
  return Math.max(0, ...reached.map(({ place }) => place))
}
