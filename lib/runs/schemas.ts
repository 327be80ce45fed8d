import { z } from 'zod'
import { expected } from '@/lib/i18n/expected'
import { RUN_STATUSES, type RunStatus } from './statuses'

/** Shapes of the JSON API for runs, attempts, handlers and failures; pages and scripts use the same ones. */

export const runStatusSchema = z.enum(RUN_STATUSES)
export type { RunStatus } from './statuses'

/** A handler's name, or one destination of a handler that runs for each: `forward:<destination id>`. */
export const targetKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,49}(:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/, expected('targetKey'))

/** `{ key }` of a path, whether or not it still is as the URL spells it. */
export const targetParams = z.object({ key: z.string().transform(decoded).pipe(targetKeySchema) })

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Why a waiting run is not started although its time has come. */
export type Held = 'paused' | 'circuit' | 'disabled'

export type Trigger = 'automatic' | 'retry' | 'replay'

/**
 * `lost`: the worker was gone before it was over; the work may have been done. `returned`: the worker was stopped and put
 * it back. Null while it runs.
 */
export type AttemptOutcome = 'succeeded' | 'failed' | 'timed_out' | 'lost' | 'returned'

export interface AttemptItem {
  id: string
  /** From 1, in the order made. */
  number: number
  trigger: Trigger
  /** Of a replay: who, why, and the replay it belongs to. */
  replay: { id: string | null; actor: string; reason: string | null } | null
  /** When the automatic retry was due whose place this attempt took. */
  supersededRetryAt: string | null
  startedAt: string
  durationMs: number | null
  outcome: AttemptOutcome | null
  /** The handler's one line about what it did. */
  result: string | null
  /** `stack` for operators and admins only. */
  error: { name: string; message: string; stack: string | null } | null
  request: { method: string; url: string; headers: [name: string, value: string][] } | null
  response: {
    status: number
    headers: [name: string, value: string][]
    /** As text, the first 16 KB. */
    body: string
    truncated: boolean
  } | null
}

/** One handler's (or destination's) work on one event, as a list shows it. */
export interface RunPill {
  id: string
  handler: string
  /** What people call it: the handler's title, or the destination's name. */
  title: string
  destinationId: string | null
  status: RunStatus
  held: Held | null
  nextAttemptAt: string | null
}

export interface RunItem extends RunPill {
  eventId: string
  /** Whether it is for a changed copy of the event. */
  edited: { id: string; actor: string; reason: string; createdAt: string } | null
  /** Automatic attempts made, of how many. */
  tries: number
  maxTries: number
  /** The longest wait before each automatic attempt still to come, in seconds. */
  scheduleSeconds: number[]
  createdAt: string
  finishedAt: string | null
  /** In the order made; at most 100, the latest. */
  attempts: AttemptItem[]
}

/** A handler, or one destination of the forward handler, with how it is doing. */
export interface TargetItem {
  /** The handler's name, or `forward:<destination id>`. */
  key: string
  handler: string
  title: string
  description: string
  destinationId: string | null
  on: string[]
  timeoutMs: number
  attempts: number
  paused: { at: string; actor: string } | null
  /** Open: it kept failing, so its runs wait while one at a time probes. */
  circuit: { openedAt: string; probeAt: string | null; failures: number } | null
  /** The other side asked that nothing be started before this time. */
  waitsUntil: string | null
  /** Over the last 1,000 attempts of the last 24 h. Null where there were none. */
  recent: { attempts: number; successShare: number; p50Ms: number; p95Ms: number } | null
  /** Could be made now: queued, held, or a retry whose time has come. */
  waiting: number
  running: number
  /** Waiting for the time of their next attempt. */
  retrying: number
  failed: number
  oldestWaitingAt: string | null
}

/** Runs that failed alike: the same target, the same message once numbers and ids are taken out. */
export interface FailureGroup {
  id: string
  target: string
  handler: string
  title: string
  destinationId: string | null
  /** With `…` where numbers and ids stood. */
  message: string
  /** A message in full, of the latest. */
  example: string
  failed: number
  retrying: number
  firstAt: string
  lastAt: string
  lastEventId: string
}

export interface TargetList {
  items: TargetItem[]
  nextCursor: null
}

export interface FailureList {
  items: FailureGroup[]
  nextCursor: null
}
