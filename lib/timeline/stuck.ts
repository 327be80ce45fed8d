import type { Kind } from './kinds'
import type { Progress } from './progress'
import type { AnyStep } from './rank'
import type { TimelineSettings } from './settings'
import type { Told } from './told'

const HOUR_MS = 3_600_000

/**
 * Kinds that a provider with a lifecycle should hear of once another one has told of them, with how long that may take. A store
 * changes the figure as `order.unheard`.
 */
export const UNHEARD_HOURS: Partial<Record<Kind, number>> = { order: 48 }

/** When a thing counts as stuck unless there is news before. */
export interface Deadline {
  /** Milliseconds since 1970. */
  at: number
  hours: number
  /** Whose news it waits for. */
  provider: string
  /** In which it stands; null where the provider has said nothing at all. */
  step: AnyStep | null
  /** The last news; the first event of all where the provider has said nothing. */
  since: Told
}

/** The earliest deadline of all providers, or null where the thing may rest or the rule is switched off. */
export function deadlineOf(
  kind: Kind,
  told: readonly Told[],
  progress: readonly Progress[],
  settings: TimelineSettings,
): Deadline | null {
  if (settings.disabledRules.includes('stuck')) return null
  const [first] = told
  const deadlines = progress.flatMap((one): Deadline[] => {
    const { provider, current, lastNews } = one
    if (current && lastNews) return deadline(provider, current.step, lastNews, hoursIn(kind, current.step, settings))
    if (!first || !isAwaited(kind, told, one, progress)) return []
    const changed = changedHours(kind, 'unheard', settings)
    const hours = changed === undefined ? (UNHEARD_HOURS[kind] ?? null) : changed
    return deadline(provider, null, first, hours, Math.max(first.at, one.since))
  })
  return deadlines.reduce<Deadline | null>((a, b) => (a && a.at <= b.at ? a : b), null)
}

/** Whether a list may call a thing stuck, from its row alone. */
export function isStuck(stuckAt: Date | null, now: Date): boolean {
  return stuckAt !== null && stuckAt.getTime() <= now.getTime()
}

/**
 * Whether others told of a thing whose life this provider should tell, and no provider with a lifecycle has said a word of it.
 * What was known for longer than the wait when the provider first told of any such thing is left to the time before it.
 */
export function isAwaited(kind: Kind, told: readonly Told[], { since }: Progress, all: readonly Progress[]): boolean {
  const hours = UNHEARD_HOURS[kind]
  if (hours === undefined || all.some(({ lastNews }) => lastNews !== null)) return false
  const known = told.reduce((earliest, { receivedAt }) => Math.min(earliest, receivedAt), Number.POSITIVE_INFINITY)
  return known >= since - hours * HOUR_MS
}

/** `from`: what the hours are counted from. */
function deadline(
  provider: string,
  step: AnyStep | null,
  since: Told,
  hours: number | null,
  from: number = since.at,
): Deadline[] {
  return hours === null ? [] : [{ at: from + hours * HOUR_MS, hours, provider, step, since }]
}

function hoursIn(
  kind: Kind,
  { reachedBy, isFinal, stuckAfterHours }: AnyStep,
  settings: TimelineSettings,
): number | null {
  const changed = 'state' in reachedBy ? changedHours(kind, reachedBy.state, settings) : undefined
  if (changed !== undefined) return changed
  return isFinal ? null : (stuckAfterHours ?? null)
}

function changedHours(kind: Kind, state: string, { stuckAfterHours }: TimelineSettings): number | null | undefined {
  const key = `${kind}.${state}`
  return Object.hasOwn(stuckAfterHours, key) ? stuckAfterHours[key] : undefined
}
