import type { Fact } from '@/lib/providers/facts'
import type { HeaderList } from '@/lib/providers/provider'

/** When and how often a failed attempt is made again by itself. */
export interface RetryPolicy {
  /** All automatic attempts, the first included. */
  attempts: number
  /** The longest wait before the second attempt; each further one may be `factor` times as long. */
  baseMs: number
  factor: number
  /** No wait is longer. */
  maxMs: number
}

/** An event as a handler gets it. */
export interface HandlerEvent {
  id: string
  provider: string
  type: string
  source: { id: string; slug: string; name: string }
  verdict: 'verified' | 'authenticated' | 'unchecked'
  occurredAt: Date | null
  receivedAt: Date
  subject: { kind: string; label: string } | null
  identifiers: { scheme: string; value: string }[]
  /** As stored: secrets masked. */
  headers: HeaderList
  /** The bytes as they were received; of an edited copy, the changed ones. */
  body: Uint8Array
  /** Whether a person changed the body. */
  edited: boolean
}

/** What an attempt sent and got back: shown to people, so it must hold no secret. */
export interface Exchange {
  request: { method: string; url: string; headers: [name: string, value: string][] }
  response?: {
    status: number
    headers: [name: string, value: string][]
    /** The first 16 KB. */
    body: Uint8Array
    /** Whether there was more. */
    truncated: boolean
  }
}

export interface HandlerContext {
  event: HandlerEvent
  /** What the event says, in no provider's words. */
  facts: readonly Fact[]
  /** Fires when the time is over or the worker stops: give up what is under way. */
  signal: AbortSignal
  /**
   * The same for every attempt of this work. Attempts are made at least once: a handler that changes something elsewhere
   * passes this on, so that the other side can tell a repeat.
   */
  idempotencyKey: string
  attempt: { number: number; trigger: 'automatic' | 'retry' | 'replay' }
  /** Of a handler with `perDestination`: where to. */
  destinationId: string | null
  /** Keeps what was sent and what came back with the attempt, whether it succeeds or fails. */
  keep(exchange: Exchange): void
}

export interface Handler {
  /** In lower case and hyphens; the handler's id for good. */
  name: string
  title: string
  /** A sentence for people. */
  description: string
  /** Event types, `*` for any characters: `order.*`. */
  on: readonly string[]
  retry: RetryPolicy
  timeoutMs: number
  /** Whether it runs once for each destination that subscribes to the event, rather than once. */
  perDestination: boolean
  /** Does the work; answers one line that people read. Throws where it failed. */
  run(context: HandlerContext): Promise<string>
}

const DEFAULTS = { retry: { attempts: 8, baseMs: 160_000, factor: 3, maxMs: 12 * 3_600_000 }, timeoutMs: 30_000 }
const NAME = /^[a-z][a-z0-9-]{0,49}$/

/** Checks and completes a handler's definition: eight attempts over about a day, 30 s each. Throws where the name is unfit. */
export function defineHandler(definition: Pick<Handler, 'name' | 'title' | 'on' | 'run'> & Partial<Handler>): Handler {
  if (!NAME.test(definition.name)) {
    throw new Error(`A handler's name is lower-case letters, digits and hyphens; this one is "${definition.name}".`)
  }
  return { description: '', perDestination: false, ...DEFAULTS, ...definition }
}

/** Whether one of the patterns, such as `order.*`, takes an event type. In time that grows with their lengths only. */
export function subscribes(patterns: readonly string[], eventType: string): boolean {
  return patterns.some((pattern) => takes(pattern.split('*'), eventType))
}

function takes([first = '', ...rest]: string[], eventType: string): boolean {
  const last = rest.pop()
  if (last === undefined) return first === eventType
  if (!eventType.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = eventType.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return eventType.length - last.length >= at && eventType.endsWith(last)
}
