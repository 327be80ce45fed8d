import { randomUUID } from 'node:crypto'
import type { Provider, Secret } from '@/lib/providers/provider'

export interface FreshSample {
  eventType: string
  headers: [name: string, value: string][]
  body: Uint8Array<ArrayBuffer>
}

/**
 * A documented sample as if it happened at `now`, signed: with an event id of its own and, where the body's envelope says
 * when it was made, that moment. So each one is a new event and none a repeat, whichever of the two a provider goes by.
 */
export function freshSample(
  provider: Provider,
  eventType: string,
  from: { secret: Secret; now: Date; eventId?: string },
): FreshSample {
  const contract = provider.eventTypes[eventType]
  if (!contract) throw new Error(`${provider.id} has no event type ${eventType}`)
  const { secret, now, eventId = `sample_${randomUUID()}` } = from
  const body = madeAt(contract.sample, now)
  return { eventType, headers: provider.sign({ eventType, body, secret, now, eventId }), body }
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

function madeAt(sample: Uint8Array, now: Date): Uint8Array<ArrayBuffer> {
  const envelope: unknown = JSON.parse(new TextDecoder().decode(sample))
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) return new Uint8Array(sample)
  const members = Object.entries(envelope).map(([name, value]) => {
    return [name, typeof value === 'string' && MOMENT.test(value) ? now.toISOString() : value]
  })
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(members)))
}
