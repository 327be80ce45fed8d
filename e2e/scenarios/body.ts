import { isObject, type JsonObject } from '@/lib/providers/json'
import type { Provider } from '@/lib/providers/provider'
import type { Scenario, ScenarioEvent } from './scenario'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/**
 * The bytes of an event's body: what the scenario gives whole, or the documented sample of its type at the time it
 * occurred with the scenario's own members laid over it.
 */
export function bodyOf(event: ScenarioEvent, provider: Provider, cast: Scenario['cast']): Uint8Array {
  const body = event.body
    ? resolve(event.body, cast)
    : [event.with ?? []]
        .flat()
        .reduce<unknown>((under, layer) => layOver(under, resolve(layer, cast)), sampleOf(event, provider))
  return new TextEncoder().encode(JSON.stringify(body))
}

function sampleOf({ eventType, at }: ScenarioEvent, provider: Provider): JsonObject {
  const sample = provider.eventTypes[eventType]?.sample
  if (!sample) throw new Error(`${provider.id} documents no ${eventType}: give its whole "body" instead`)
  const body: unknown = JSON.parse(new TextDecoder().decode(sample))
  if (!isObject(body)) throw new Error(`the sample of ${eventType} is no object`)
  const members = Object.entries(body).map(([key, value]) => {
    return [key, typeof value === 'string' && MOMENT.test(value) ? at : value]
  })
  return Object.fromEntries(members)
}

/** `$name` stands for an entry of the cast, wherever it is. */
function resolve(value: unknown, cast: Scenario['cast']): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const name = value.slice(1)
    if (!Object.hasOwn(cast, name)) throw new Error(`"${value}" is not in the cast: ${Object.keys(cast).join(', ')}`)
    return resolve(cast[name], cast)
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, cast))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, cast)]))
}

function layOver(under: unknown, over: unknown): unknown {
  if (!isObject(under) || !isObject(over)) return over
  const keys = new Set([...Object.keys(under), ...Object.keys(over)])
  return Object.fromEntries(
    [...keys].map((key) => [key, Object.hasOwn(over, key) ? layOver(under[key], over[key]) : under[key]]),
  )
}
