import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'
import type { FindingRule } from '@/lib/timeline/finding-rules'
import type { Kind } from '@/lib/timeline/kinds'
import { WINDOW_NAMES, type WindowName } from './windows'

/** Shapes of the JSON API for the overview; the page and scripts use the same ones. */

export const overviewQuerySchema = z.strictObject({
  window: z.enum(WINDOW_NAMES, expected('oneOf', { known: WINDOW_NAMES.join(', ') })).default('24h'),
})

/** A number that may have been too costly to count to its end: `at_least` was counted, `estimate` was reckoned from a part. */
export interface Count {
  value: number
  precision: 'exact' | 'at_least' | 'estimate'
}

/** Deliveries received in one slice of time, by outcome, and apart from them the events that have a failed run. */
export interface Slice {
  at: string
  /** Verified or authenticated. */
  proven: number
  unchecked: number
  rejected: number
  /** Events received then, not deliveries. */
  failed: number
  isEstimate: boolean
}

/** How often a source is heard of, over its latest deliveries. */
export interface Rhythm {
  /** How many gaps it was measured from. */
  gaps: number
  medianSeconds: number
  p95Seconds: number
  longestSeconds: number
}

/** What was refused lately: answered with anything but a 2xx, which a provider counts and sends again. */
export interface Patience {
  /** Refused in a row, the latest delivery included; 0 where that was accepted. */
  streak: Count
  /** In a row, at which the provider suspends the address; null where it documents no such limit. */
  limit: number | null
  /** Why most of those in a row were refused. */
  reason: string | null
  /** The latest of those in a row. */
  lastDeliveryId: string | null
  /** How often the provider sends one event. */
  attempts: number
  /** Of the events that were refused and have not been accepted since, within a day. */
  retries: RetryForecast
}

export interface RetryForecast {
  /** To come again, by the provider's schedule. */
  expected: number
  nextAt: string | null
  /** Attempts left to the event that has the fewest; null where none is expected. */
  fewestLeft: number | null
  /** Refused as often as the provider sends: they do not come again by themselves. */
  givenUp: number
  /** Should have come again by now, and did not. */
  overdue: number
}

export interface SourcePulse {
  id: string
  provider: string
  slug: string
  name: string
  path: string
  enabled: boolean
  hasSecret: boolean
  lastReceivedAt: string | null
  /** Null under 10 gaps. */
  rhythm: Rhythm | null
  patience: Patience
  /** From occurrence to receipt, over the latest events; null where none says when it occurred. */
  lag: { events: number; p50Seconds: number; p95Seconds: number } | null
  /** In the window: new events, and deliveries that were rejected. */
  accepted: Count
  rejected: Count
}

/** Runs that failed alike. */
export interface FailureSummary {
  id: string
  title: string
  handler: string
  destinationId: string | null
  /** With `…` where numbers and ids stood. */
  message: string
  failed: number
  retrying: number
}

export interface FindingCount {
  kind: Kind
  rule: FindingRule
  count: Count
}

/** A handler or destination that takes no work just now. */
export interface StoppedTarget {
  key: string
  title: string
  destinationId: string | null
  /** It answered 410, so Jejak switched it off by itself. */
  isGone: boolean
  pausedAt: string | null
  /** Its circuit is open since. */
  openedAt: string | null
}

export interface Queue {
  /** Could be made now and are not held. */
  waiting: Count
  /** Wait for a handler that is paused, switched off or behind an open circuit. */
  held: Count
  running: number
  oldestWaitingAt: string | null
  /** The event of the oldest. */
  oldestEventId: string | null
  /** Recorded, and no run made of it yet. */
  unprocessed: Count
  oldestUnprocessedAt: string | null
  /** When a worker last said that it lives; null where there is none. */
  workerAliveAt: string | null
  stopped: StoppedTarget[]
}

/** Requests answered 404 and not kept, ever since. */
export interface RefusalSummary {
  count: number
  lastAt: string | null
  lastPath: string | null
}

export const CONCERN_CODES = [
  'no_worker',
  'refusing',
  'given_up',
  'silent',
  'switched_off',
  'circuit_open',
  'failures',
  'waiting_long',
  'rejected_share',
  'lag',
  'no_secret',
  'paused',
  'findings',
  'refusals',
] as const
export type ConcernCode = (typeof CONCERN_CODES)[number]

/** Something that is not all right. `problem`: act now. `notice`: look at it when there is time. */
export interface Concern {
  code: ConcernCode
  severity: 'problem' | 'notice'
  sourceId: string | null
  targetKey: string | null
}

/** The answer to: is everything all right? */
export interface Overview {
  window: WindowName
  /** When it was asked. */
  at: string
  /** When the window begins. */
  from: string
  /** The worst first; empty where everything is all right. */
  concerns: Concern[]
  slices: Slice[]
  /** At present, not only in the window. */
  failures: { failed: Count; retrying: Count; groups: FailureSummary[] }
  /** Findings that stand, of things with news in the last 30 days; stuck ones however old. */
  findings: FindingCount[]
  queue: Queue
  refusals: RefusalSummary
  sources: SourcePulse[]
}
