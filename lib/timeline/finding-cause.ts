import type { Kind } from './kinds'

/** A step of a lifecycle, by what reaches it. */
export type StepName = { state: string } | { field: string }

/** Why there is a finding: a code with the values of its sentence, for whoever says it in another language. */
export type FindingCause = OfThing | OfArrival

/** `provider`: whose lifecycle it is, or who is waited for. */
type OfThing = { kind: Kind } & (
  | { code: 'missing_steps'; before: StepName; missing: StepName[][]; provider: string }
  | { code: 'missing_field'; before: StepName; field: string }
  | { code: 'state_back'; steps: StepName[]; highest: StepName; seconds: number; provider: string }
  | { code: 'field_too_late'; step: StepName; asking: StepName; seconds: number }
  | { code: 'branch_too_early' | 'branch_too_late'; step: StepName; furthest: StepName; provider: string }
  | { code: 'providers_differ'; field: string; said: { provider: string; value: unknown }[] }
  | { code: 'changed_too_late'; field: string; before: unknown; after: unknown; seconds: number; step: StepName }
  | { code: 'no_news'; step: StepName; seconds: number; provider: string }
  /** `teller` told of it, and `provider` did not. */
  | { code: 'unheard'; teller: string; seconds: number; provider: string }
)

type OfArrival =
  | ({ code: 'overtaken' } & Arrived)
  /** `seconds`: of the latest; more than `limitSeconds` is late. */
  | ({ code: 'late'; seconds: number; limitSeconds: number; providers: string[] } & Arrived)
  /** `times`: of the event that was received most often. */
  | ({ code: 'repeated'; times: number } & Arrived)
  | { code: 'rejected'; deliveries: number; claimedType: string | null; provider: string }

/** How many events, and of which types. */
export interface Arrived {
  events: number
  types: string[]
}
