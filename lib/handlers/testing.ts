import { sha256Hex } from '@/lib/providers/digest'
import type { HeaderList, Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import type { Exchange, HandlerContext, HandlerEvent } from './handler'

const AT = new Date('2026-01-02T03:04:05Z')
const SECRET = { id: 'test', value: 'whsec_Zm9vYmFy' }

/** What a test may want otherwise than in a genuine first attempt at the documented sample. */
export interface Given {
  /** The provider whose event it is; the first that documents the type where absent. */
  provider?: Provider
  /** A JSON value, or the bytes; the documented sample where absent. */
  body?: unknown
  headers?: HeaderList
  edited?: boolean
  signal?: AbortSignal
  attempt?: HandlerContext['attempt']
  destinationId?: string
}

/**
 * What a handler's `run` gets, as the worker would give it, for the documented sample of an event type; and `kept`, the
 * exchanges that the handler kept. For tests of handlers.
 */
export function contextOf(eventType: string, given: Given = {}): HandlerContext & { kept: Exchange[] } {
  const provider = given.provider ?? providers.find((one) => Object.hasOwn(one.eventTypes, eventType))
  const body = bytesOf(given.body ?? provider?.eventTypes[eventType]?.sample)
  if (!provider) throw new Error(`No provider documents the event type "${eventType}": name one.`)
  const headers = given.headers ?? provider.sign({ eventType, body, secret: SECRET, now: AT })
  const reading = provider.read({ headers, body })
  const event: HandlerEvent = {
    id: '019b7c3a-0000-7000-8000-000000000001',
    provider: provider.id,
    type: eventType,
    source: { id: '019b7c3a-0000-7000-8000-000000000002', slug: 'default', name: provider.label },
    verdict: provider.goodVerdict,
    occurredAt: reading.occurredAt,
    receivedAt: AT,
    subject: reading.subject,
    identifiers: reading.identifiers,
    headers,
    body,
    edited: given.edited ?? false,
  }
  const kept: Exchange[] = []
  return {
    event,
    facts: provider.facts({ eventType, headers, body }),
    signal: given.signal ?? new AbortController().signal,
    idempotencyKey: `run-${sha256Hex(eventType, '\n', body).slice(0, 16)}`,
    attempt: given.attempt ?? { number: 1, trigger: 'automatic' },
    destinationId: given.destinationId ?? null,
    keep: (exchange) => kept.push(exchange),
    kept,
  }
}

function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body ?? {}))
}
