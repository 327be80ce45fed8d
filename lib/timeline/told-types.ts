import type { StateFact } from '@/lib/providers/facts'
import type { Lifecycle } from '@/lib/providers/lifecycle'
import type { Provider } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/registry'
import type { Kind } from './kinds'
import { type AnyStep, stepsOf } from './rank'

/** An event type that a provider has told a store of. */
export interface ToldType {
  provider: string
  type: string
  /** When its first event was received, in milliseconds since 1970. */
  firstAt: number
}

/** The types that a store was told of, as JSON of `ToldType[]`: an expression of a statement that has a `store s`. */
export const TOLD_TYPES_SQL = `(SELECT coalesce(json_agg(json_build_object('provider', provider, 'type', type,
  'firstAt', extract(epoch FROM first_at) * 1000)), '[]') FROM told_type WHERE store_id = s.id)`

/** The life of a kind of thing at a provider, as far as that tells a store of it. */
export interface HeardLifecycle {
  lifecycle: Lifecycle
  /** When the provider's first event of such a thing was received, in milliseconds since 1970. */
  since: number
  /** The steps that the types told so far can reach. Of the others nobody would hear. */
  heard: ReadonlySet<AnyStep>
}

/** By provider: the lifecycles of those that have told the store of a thing of this kind. */
export function heardLifecycles(kind: Kind, types: readonly ToldType[]): ReadonlyMap<string, HeardLifecycle> {
  const heard = new Map<string, HeardLifecycle>()
  for (const id of new Set(types.map(({ provider }) => provider))) {
    const provider = findProvider(id)
    const lifecycle = provider?.lifecycles.find((one) => one.kind === kind)
    if (!provider || !lifecycle) continue
    const own = types.filter((one) => one.provider === id && saidBy(provider, one.type, kind).length > 0)
    if (own.length === 0) continue
    const said = own.flatMap(({ type }) => saidBy(provider, type, kind))
    heard.set(id, {
      lifecycle,
      since: Math.min(...own.map(({ firstAt }) => firstAt)),
      heard: new Set(said.flatMap(({ set }) => stepsOf(lifecycle, set))),
    })
  }
  return heard
}

/** Whether a provider documents this type: what is made up is never noted. */
export function isDocumented({ provider, type }: Pick<ToldType, 'provider' | 'type'>): boolean {
  return Object.hasOwn(findProvider(provider)?.eventTypes ?? {}, type)
}

const said = new Map<Provider, ReadonlyMap<string, readonly StateFact[]>>()

/** What events of this type say of things of a kind, by the documented sample. */
function saidBy(provider: Provider, type: string, kind: Kind): StateFact[] {
  const known = said.get(provider) ?? saidInSamples(provider)
  said.set(provider, known)
  return (known.get(type) ?? []).filter((fact) => fact.kind === kind)
}

function saidInSamples(provider: Provider): Map<string, StateFact[]> {
  return new Map(
    Object.entries(provider.eventTypes).map(([eventType, { sample }]) => {
      const facts = provider.facts({ eventType, headers: [], body: sample })
      return [eventType, facts.flatMap((fact) => (fact.fact === 'state' ? [fact] : []))]
    }),
  )
}
