import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '@/lib/providers/provider'
import { findProvider, providers } from '@/lib/providers/registry'
import { generate } from './generate'
import type { DeliveryKind, PlannedDelivery } from './planned-delivery'
import { signDelivery } from './sign-delivery'

const NOW = new Date('2026-06-01T12:00:00.000Z')
const ORDERS = 2000
const decoder = new TextDecoder()

describe('a simulated shop of 2,000 orders', () => {
  let all: PlannedDelivery[]
  const ofKind = (...kinds: DeliveryKind[]) => all.filter(({ kind }) => kinds.includes(kind))

  beforeAll(() => {
    all = [...generate({ seed: 7, orders: ORDERS, now: NOW, rate: 20 })]
  })

  it('makes every event type of every provider', () => {
    const made = new Set(ofKind('fresh').map(({ providerId, eventType }) => `${providerId} ${eventType}`))
    const documented = providers.flatMap(({ id, eventTypes }) => Object.keys(eventTypes).map((type) => `${id} ${type}`))
    expect([...made].sort()).toEqual(documented.sort())
    expect(documented).toHaveLength(43)
  })

  it('sends the asked-for share of each kind', () => {
    const events = ofKind('fresh', 'late', 'out_of_order').length
    const share = (kind: DeliveryKind) => ofKind(kind).length / events
    expect(share('repeat')).toBeCloseTo(0.05, 2)
    expect(share('late')).toBeCloseTo(0.03, 2)
    expect(share('out_of_order')).toBeCloseTo(0.03, 2)
    expect(share('bad_signature')).toBeCloseTo(0.02, 2)
    expect(share('broken')).toBeCloseTo(0.01, 2)
  })

  it('sends bodies that are as documented and name their order', () => {
    const seen = new Map<string, number>()
    for (const delivery of ofKind('fresh', 'late', 'out_of_order', 'repeat', 'bad_signature')) {
      const count = (seen.get(delivery.eventType) ?? 0) + 1
      seen.set(delivery.eventType, count)
      if (count > 300) continue
      const reading = read(delivery)
      expect(reading).toMatchObject({ eventType: delivery.eventType, problems: [] })
      expect(reading.occurredAt?.getTime()).toBe(Math.floor(delivery.occurredAt.getTime() / 1000) * 1000)
      expect(reading.identifiers.length).toBeGreaterThan(0)
      if (/^(order|awb)/.test(delivery.eventType)) {
        expect(reading.identifiers.map(({ scheme }) => scheme)).toEqual(
          expect.arrayContaining(['order_number', 'order_id']),
        )
      }
      const schema = findProvider(delivery.providerId)?.eventTypes[delivery.eventType]?.schema
      expect(schema?.safeParse(JSON.parse(decoder.decode(delivery.body))).success).toBe(true)
    }
  })

  it('sends the members that the documented samples show, no more and no fewer', () => {
    for (const { id, eventTypes } of providers) {
      for (const [eventType, { sample }] of Object.entries(eventTypes)) {
        const made = ofKind('fresh').find((delivery) => delivery.providerId === id && delivery.eventType === eventType)
        expect(made && shape(decoder.decode(made.body)), eventType).toEqual(shape(decoder.decode(sample)))
      }
    }
  })

  it('names the same orders by the same numbers with every provider', () => {
    const numbers = providers.map(({ id }) => {
      const own = ofKind('fresh', 'late', 'out_of_order').filter(
        ({ providerId, eventType }) => providerId === id && eventType.startsWith('order'),
      )
      const named = own.flatMap((delivery) => read(delivery).identifiers)
      return new Set(named.filter(({ scheme }) => scheme === 'order_number').map(({ value }) => value))
    })
    const shared = Array.from({ length: ORDERS }, (_, index) => String(7001 + index)).filter((number) =>
      numbers.every((set) => set.has(number)),
    )
    expect(shared.length).toBeGreaterThan(ORDERS * 0.98)
    expect([...(numbers[0] ?? [])].filter((number) => /^\d+-1$/.test(number)).length).toBeGreaterThan(10)
  })

  it('lets nothing occur after now, and its last events shortly before', () => {
    const times = all.map(({ occurredAt }) => occurredAt.getTime())
    const last = times.reduce((latest, time) => Math.max(latest, time))
    expect(last).toBeLessThanOrEqual(NOW.getTime())
    expect(NOW.getTime() - last).toBeLessThan(3_600_000)
  })

  it('sends fresh events in the order in which they occurred', () => {
    const times = ofKind('fresh').map(({ occurredAt }) => Math.floor(occurredAt.getTime() / 1000))
    expect(times).toEqual([...times].sort((one, other) => one - other))
  })

  it('sends out-of-order events after one that occurred later, and late ones after a later hour', () => {
    let latest = 0
    const behindMs = { out_of_order: [] as number[], late: [] as number[] }
    for (const { kind, occurredAt } of all) {
      if (kind === 'fresh') latest = Math.max(latest, occurredAt.getTime())
      if (kind === 'out_of_order' || kind === 'late') behindMs[kind].push(latest - occurredAt.getTime())
    }
    expect(Math.min(...behindMs.out_of_order)).toBeGreaterThanOrEqual(0)
    const longAgo = behindMs.late.filter((ms) => ms > 55 * 60_000)
    // What is late at the end of the run has little after it to be late against.
    expect(longAgo.length / behindMs.late.length).toBeGreaterThan(0.95)
  })

  it('repeats bytes and ids, and gives every event an id and dedupe key of its own', () => {
    const events = new Map(ofKind('fresh', 'late', 'out_of_order').map((event) => [read(event).dedupeKey, event]))
    expect(events.size).toBe(ofKind('fresh', 'late', 'out_of_order').length)
    for (const repeat of ofKind('repeat')) {
      const original = events.get(read(repeat).dedupeKey)
      expect(original?.eventId).toBe(repeat.eventId)
      expect(original && decoder.decode(original.body)).toBe(decoder.decode(repeat.body))
    }
    for (const broken of ofKind('broken')) expect(events.has(read(broken).dedupeKey)).toBe(false)
  })

  it('breaks bodies in each of the four ways', () => {
    const flaws = ofKind('broken').map((delivery) => ({
      flaw: delivery.flaw,
      codes: read(delivery).problems.map((p) => p.code),
    }))
    const codes = (flaw: string) =>
      new Set(flaws.filter((entry) => entry.flaw === flaw).flatMap((entry) => entry.codes))
    expect(codes('empty')).toContain('empty_body')
    expect(codes('not_json')).toContain('not_json')
    expect(codes('unknown_type')).toContain('unknown_event_type')
    expect(codes('missing_fields')).toContain('not_as_documented')
  })

  it('spreads the deliveries evenly at the asked-for rate', () => {
    expect(all.map(({ sendAfterMs }) => sendAfterMs).slice(0, 4)).toEqual([0, 50, 100, 150])
    expect(all.at(-1)?.sendAfterMs).toBe((all.length - 1) * 50)
  })
})

describe('generate', () => {
  const options = { seed: 3, orders: 30, now: NOW }

  it('makes the same deliveries from the same seed', () => {
    expect([...generate(options)]).toEqual([...generate({ ...options, now: new Date(NOW) })])
  })

  it('makes other deliveries from another seed', () => {
    const bodies = new Set([...generate(options)].map(({ body }) => decoder.decode(body)))
    const others = [...generate({ ...options, seed: 4 })].filter(
      ({ kind, flaw }) => kind !== 'broken' || flaw !== 'empty',
    )
    expect(others.filter(({ body, flaw }) => flaw !== 'not_json' && bodies.has(decoder.decode(body)))).toEqual([])
  })

  it('gives events of another now other ids, so that none is taken for a repeat', () => {
    const keys = new Set([...generate(options)].map((delivery) => read(delivery).dedupeKey))
    const later = [...generate({ ...options, now: new Date(NOW.getTime() + 3_600_000), shares: NO_EXTRAS })]
    expect(later.filter((delivery) => keys.has(read(delivery).dedupeKey))).toEqual([])
  })

  it('tells the same happenings whatever the shares', () => {
    const bodies = (shares: typeof NO_EXTRAS) =>
      [...generate({ ...options, shares })]
        .filter(({ kind }) => kind === 'fresh')
        .map(({ body }) => decoder.decode(body))
    const undisturbed = bodies(NO_EXTRAS)
    expect(bodies({ ...NO_EXTRAS, repeats: 1, badSignatures: 1, broken: 1 })).toEqual(undisturbed)
  })

  it('makes events of the chosen providers alone', () => {
    for (const provider of providers) {
      const ids = new Set([...generate({ ...options, providers: [provider] })].map(({ providerId }) => providerId))
      expect([...ids]).toEqual([provider.id])
    }
  })

  it('gives the first deliveries of a million orders at once', () => {
    const first = generate({ ...options, orders: 1_000_000 }).next()
    expect(first.value).toMatchObject({ kind: 'fresh' })
  })
})

const NO_EXTRAS = { repeats: 0, late: 0, outOfOrder: 0, badSignatures: 0, broken: 0 }

/** The names of members and what they hold, so far as a list of another length or an absent value leaves it open. */
function shape(json: string): unknown {
  return outline(JSON.parse(json))
}

function outline(value: unknown): unknown {
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'object' || value === null) return 'value'
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, outline(member)]))
}

function read(delivery: PlannedDelivery): Reading {
  const provider = findProvider(delivery.providerId)
  if (!provider) throw new Error(`no provider ${delivery.providerId}`)
  const genuine = { ...delivery, flaw: undefined }
  const headers = signDelivery(provider, genuine, { id: 'test', value: 'a-secret-for-tests' }, NOW)
  return provider.read({ headers, body: delivery.body })
}
