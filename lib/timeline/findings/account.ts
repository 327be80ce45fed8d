import type { FindingCause, StepName } from '../finding-cause'
import type { FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import { comparePlaces } from '../mention'
import type { Progress } from '../progress'
import type { AnyStep } from '../rank'
import type { TimelineSettings } from '../settings'
import type { State } from '../state'
import type { Deadline } from '../stuck'
import type { Told } from '../told'
import type { Found } from './explain'

/** All that rules look at. */
export interface Account {
  kind: Kind
  /** One entry for each event, by occurrence. */
  told: readonly Told[]
  state: State
  progress: readonly Progress[]
  deadline: Deadline | null
  settings: TimelineSettings
  /** Milliseconds since 1970. */
  now: number
}

/** A rule looks at an account and says what is wrong. Pure. */
export type Rule = (account: Account) => Found[]

const MOST_EVENTS = 100

/** What a rule finds, with the events in their order, at most the last 100. `at` in milliseconds. */
export function found(rule: FindingRule, at: number, told: readonly Told[], cause: FindingCause): Found {
  const eventIds = [...new Set([...told].sort(comparePlaces).map(({ eventId }) => eventId))]
  return { rule, cause, eventIds: eventIds.slice(-MOST_EVENTS), at: new Date(at).toISOString() }
}

/** A step by what reaches it, as a cause names it. */
export function nameOf({ reachedBy }: AnyStep): StepName {
  return reachedBy
}

/** The seconds from one event to another, by occurrence. */
export function secondsBetween(earlier: { at: number }, later: { at: number }): number {
  return (later.at - earlier.at) / 1000
}
