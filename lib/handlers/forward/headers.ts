import type { LoadedDestination } from '@/lib/destinations/load'
import { MASK } from '@/lib/ingest/mask'
import type { HandlerEvent } from '../handler'

const USER_AGENT = 'Jejak'
/** What node:http accepts as a value (RFC 9110, section 5.5). */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/

type Values = Map<string, [name: string, value: string][]>

/**
 * The headers that an event is forwarded with, but for the signature. What stands later wins: ours, the body's own, those
 * that the destination asks for, its own, and those that tell what the event is. Masked values are not passed on.
 */
export function forwardHeaders(
  destination: Pick<LoadedDestination, 'headers' | 'forwardHeaders'>,
  event: HandlerEvent,
  attemptNumber: number,
): [name: string, value: string][] {
  const all: Values = new Map()
  const set = (name: string, values: readonly string[]) => {
    const sendable = values.filter((value) => SENDABLE.test(value))
    if (sendable.length > 0)
      all.set(
        name.toLowerCase(),
        sendable.map((value) => [name, value]),
      )
  }
  set('user-agent', [USER_AGENT])
  set('content-type', ['application/json'])
  set('content-type', original(event, 'content-type'))
  // A changed copy is text that a person wrote: it has no content coding.
  if (!event.edited) set('content-encoding', original(event, 'content-encoding'))
  for (const name of destination.forwardHeaders) {
    if (event.edited && name.toLowerCase() === 'content-encoding') continue
    set(name.toLowerCase(), original(event, name))
  }
  for (const [name, value] of Object.entries(destination.headers)) set(name, [value])
  for (const [name, value] of about(event, attemptNumber)) set(name, [printable(value)])
  return [...all.values()].flat()
}

function about(event: HandlerEvent, attemptNumber: number): [name: string, value: string][] {
  const told: [string, string][] = [
    ['jejak-event-id', event.id],
    ['jejak-event-type', event.type],
    ['jejak-provider', event.provider],
    ['jejak-verdict', event.verdict],
    ['jejak-attempt', String(attemptNumber)],
  ]
  return event.edited ? [...told, ['jejak-edited', 'true']] : told
}

function original({ headers }: HandlerEvent, name: string): string[] {
  const wanted = name.toLowerCase()
  return headers
    .filter(([given, value]) => given.toLowerCase() === wanted && !value.includes(MASK))
    .map(([, value]) => value)
}

/** A provider may name an event type in any script; a header takes ASCII, so the rest is percent-encoded. */
function printable(value: string): string {
  return value.toWellFormed().replace(/[^\x20-\x7e]+/g, encodeURIComponent)
}
