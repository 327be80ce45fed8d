import { findProvider } from '@/lib/providers/registry'
import { FINDING_RULES, type FindingRule } from '../finding-rules'
import { KINDS, type Kind } from '../kinds'
import { comparePlaces } from '../mention'
import type { Progress } from '../progress'
import type { Finding } from '../schemas'
import type { TimelineSettings } from '../settings'
import type { State } from '../state'
import type { Deadline } from '../stuck'
import type { Told } from '../told'

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
export type Rule = (account: Account) => Finding[]

const MOST_EVENTS = 100

/** A finding of a rule, with its title and severity and the events in their order, at most the last 100. `at` in milliseconds. */
export function finding(rule: FindingRule, at: number, told: readonly Told[], explanation: string): Finding {
  const { title, severity } = FINDING_RULES[rule]
  const eventIds = [...new Set([...told].sort(comparePlaces).map(({ eventId }) => eventId))]
  return { rule, title, severity, explanation, eventIds: eventIds.slice(-MOST_EVENTS), at: new Date(at).toISOString() }
}

/** A provider as people know it. */
export function nameOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

/** A kind within a sentence: "order". */
export function kindWord(kind: Kind): string {
  return KINDS[kind].one.toLowerCase()
}

/** "a", "a and b", "a, b and c"; from six on the first four and how many more. */
export function listed(words: readonly string[]): string {
  const shown = words.length > 5 ? [...words.slice(0, 4), `${words.length - 4} more`] : words
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
