import type { EntityKind } from './identifiers'
import type { FIELDS, STATES } from './vocabulary'

/** One step in the life of a thing, as a provider documents it. */
export interface Step<K extends EntityKind = EntityKind> {
  /** For people, in sentence case: "Packed". */
  title: string
  /** It is reached when a fact says this state, or tells this field. */
  reachedBy: { state: (typeof STATES)[K][number] } | { field: keyof (typeof FIELDS)[K] & string }
  /** Its place, 1 to 1000. Steps of equal place are alternatives. Also orders what occurred at one moment. */
  place: number
  /** `required`: later steps do not come without it. `optional`: it may be left out. `branch`: a way out, in any case after `after`. */
  need: 'required' | 'optional' | 'branch'
  /** The places between which a branch may come: after the one, before the other. */
  after?: number
  before?: number
  /** Nothing has to follow it. */
  isFinal?: true
  /** Without news for this long after it, a thing is stuck. Absent where it may rest. */
  stuckAfterHours?: number
}

/** The life of a kind of thing at a provider: what its timelines are held to. Data; unknown statuses are in no lifecycle. */
export type Lifecycle = { [K in EntityKind]: { kind: K; steps: readonly Step<K>[] } }[EntityKind]
