import { createHash } from 'node:crypto'
import type { Lifecycle } from '@/lib/providers/lifecycle'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import type { Kind } from '../kinds'
import { comparePlaces, type Role } from '../mention'
import { rankOf } from '../rank'
import { DEFAULT_SETTINGS, type TimelineSettings } from '../settings'
import { type Story, tellStory } from '../story'
import type { Told } from '../told'
import { type HeardLifecycle, heardLifecycles, type ToldType } from '../told-types'

const knowsOrders = ({ lifecycles }: Provider) => lifecycles.some(({ kind }) => kind === 'order')

/** A provider whose order lifecycle is documented, and one that only sells. */
export const FULFILS = providerWhere(knowsOrders)
export const SELLS = providerWhere((provider) => !knowsOrders(provider))

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const START = Date.parse('2026-01-05T03:00:00Z')

/** What is said, and how the event came. */
export interface Telling {
  set?: Readonly<Record<string, unknown>> | null
  /** Milliseconds after START at which it occurred. */
  at: number
  /** Milliseconds from its occurrence to its arrival. */
  delay?: number
  provider?: string
  type?: string
  role?: Role
  deliveryCount?: number
  eventId?: string
}

/** Mentions of a thing as a timeline has them, in their order. */
export function mentionsFrom(kind: Kind, tellings: readonly Telling[]): Told[] {
  return tellings.map((telling, index) => mentionFrom(kind, telling, index)).sort(comparePlaces)
}

/**
 * The story of these tellings, an hour after the last of them unless `now` is given (milliseconds after START), in a store that
 * was told of every type long before unless `types` is given.
 */
export function storyOf(
  kind: Kind,
  tellings: readonly Telling[],
  { now, types, ...settings }: Partial<TimelineSettings> & { now?: number; types?: readonly ToldType[] } = {},
): Story {
  const mentions = mentionsFrom(kind, tellings)
  return tellStory({
    kind,
    mentions,
    lifecycles: types ? heardLifecycles(kind, types) : heardOf(kind),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    now: now === undefined ? (mentions.at(-1)?.at ?? START) + HOUR : START + now,
  })
}

/** The lifecycles of a kind by provider, where every type was told long before. */
export function heardOf(kind: Kind): ReadonlyMap<string, HeardLifecycle> {
  const types = providers.flatMap(({ id, eventTypes }) =>
    Object.keys(eventTypes).map((type) => ({ provider: id, type, firstAt: 0 })),
  )
  return heardLifecycles(kind, types)
}

/** The lifecycles of a kind by provider, as the registry has them. */
export function lifecyclesOf(kind: Kind): ReadonlyMap<string, Lifecycle> {
  return new Map(
    providers.flatMap(({ id, lifecycles }) =>
      lifecycles.filter((lifecycle) => lifecycle.kind === kind).map((lifecycle) => [id, lifecycle] as const),
    ),
  )
}

function mentionFrom(kind: Kind, telling: Telling, index: number): Told {
  const { set = null, provider = FULFILS, delay = 500 } = telling
  const at = START + telling.at
  const eventId = telling.eventId ?? `event-${index + 1}`
  const state = typeof set?.state === 'string' ? set.state : 'updated'
  return {
    eventId,
    provider,
    type: telling.type ?? `${kind}.${state}`,
    role: telling.role ?? 'subject',
    at,
    rank: rankOf(lifecyclesOf(kind).get(provider), set),
    tie: createHash('sha256').update(eventId).digest().readBigInt64BE().toString(),
    receivedAt: at + delay,
    set,
    deliveryCount: telling.deliveryCount ?? 1,
  }
}

function providerWhere(holds: (provider: Provider) => boolean): string {
  const found = providers.find(holds)
  if (!found) throw new Error('the registry has no such provider')
  return found.id
}
