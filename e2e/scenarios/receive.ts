import { vi } from 'vitest'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import type { Provider } from '@/lib/providers/provider'
import { findProvider, providers } from '@/lib/providers/registry'
import { bodyOf } from './body'
import { nameOf, type Scenario, type ScenarioEvent } from './scenario'

/** How the events of a scenario are received: as it says, the last one first, or each of them several times. */
export type Variation = 'as written' | 'arriving in reverse' | 'each repeated'

export interface Receiver {
  bench: IngestBench
  /** By id, of events and of rejected deliveries. */
  names: Map<string, string>
  storeIds: Map<string, string>
  /** Sends the events as signed HTTP requests, each at its time. */
  receive(events: readonly ScenarioEvent[]): Promise<void>
  close(): Promise<void>
}

interface Arrival {
  event: ScenarioEvent
  at: number
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const REPEAT_AFTER_MS = 30_000

/**
 * A real ingestion over a database of its own, with the scenario's stores and a source of every provider in each. The clock
 * stands at the time of what is received; `close` sets it free.
 */
export async function openReceiver(scenario: Scenario, variation: Variation): Promise<Receiver> {
  vi.useFakeTimers({ toFake: ['Date'], now: firstMoment(scenario) })
  const bench = await startIngest()
  const storeIds = await addStores(bench, scenario.stores)
  const names = new Map<string, string>()

  async function deliver({ event, at }: Arrival): Promise<void> {
    vi.setSystemTime(at)
    const provider = providerOf(event)
    const slug = slugOf(scenario, event.store)
    const answer = await send(bench.url, {
      provider,
      eventType: event.eventType,
      body: bodyOf(event, provider, scenario.cast),
      eventId: `evt_${nameOf(event).replaceAll(' ', '_')}`,
      occurredAt: new Date(event.at),
      path: `/api/webhooks/${provider.id}${slug === 'default' ? '' : `/${slug}`}`,
      ...(event.rejected ? { secret: 'not-the-secret' } : {}),
    })
    if (answer.status !== (event.rejected ? 401 : 200))
      throw new Error(`"${nameOf(event)}" was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    names.set((event.rejected ? answer.body.deliveryId : answer.body.eventId) ?? '', nameOf(event))
  }

  return {
    ...{ bench, names, storeIds },
    async receive(events) {
      for (const arrival of arrivals(events, variation)) await deliver(arrival)
      vi.setSystemTime(new Date(scenario.now))
    },
    async close() {
      vi.useRealTimers()
      await bench.close()
    },
  }
}

/** In order of arrival, repeats included. */
function arrivals(events: readonly ScenarioEvent[], variation: Variation): Arrival[] {
  const first = events.map((event) => ({ event, at: Date.parse(event.at) + delayOf(event) }))
  const inTime = first.sort((one, other) => one.at - other.at)
  if (variation === 'arriving in reverse') {
    const last = inTime.at(-1)?.at ?? 0
    return inTime.toReversed().map(({ event }, index) => ({ event, at: last + index * 1_000 }))
  }
  const repeated = inTime.flatMap(({ event, at }) => {
    const times = event.repeated ?? (variation === 'each repeated' && !event.rejected ? 2 : 0)
    return Array.from({ length: times + 1 }, (_, time) => ({ event, at: at + time * REPEAT_AFTER_MS }))
  })
  return repeated.sort((one, other) => one.at - other.at)
}

function delayOf({ arrives }: ScenarioEvent): number {
  const unit = arrives.slice(-1)
  return Number(arrives.slice(1, -1)) * UNITS[unit === 's' || unit === 'm' || unit === 'h' ? unit : 'd']
}

function firstMoment({ events }: Scenario): number {
  return Math.min(...events.map(({ at }) => Date.parse(at)))
}

function providerOf(event: ScenarioEvent): Provider {
  const provider = findProvider(event.provider)
  if (provider) return provider
  const known = providers.map(({ id }) => id).join(', ')
  throw new Error(`"${nameOf(event)}": expected one of the providers ${known}, but "${event.provider}" came`)
}

/** The first store has the default sources. */
async function addStores({ prisma, addSource }: IngestBench, names: readonly string[]): Promise<Map<string, string>> {
  const [first = '', ...others] = names
  const { id } = await prisma.store.findFirstOrThrow()
  await prisma.store.update({ where: { id }, data: { name: first } })
  const ids = new Map([[first, id]])
  for (const [index, name] of others.entries()) {
    const store = await prisma.store.create({ data: { name } })
    ids.set(name, store.id)
    for (const provider of providers) {
      const source = await addSource(provider, `store-${index + 2}`)
      await prisma.source.update({ where: { id: source }, data: { storeId: store.id } })
    }
  }
  return ids
}

function slugOf({ stores }: Scenario, store: string | undefined): string {
  const index = store === undefined ? 0 : stores.indexOf(store)
  return index <= 0 ? 'default' : `store-${index + 1}`
}
