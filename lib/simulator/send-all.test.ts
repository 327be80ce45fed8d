import { afterEach, describe, expect, it } from 'vitest'
import { findProvider, providers } from '@/lib/providers/registry'
import { generate } from './generate'
import type { PlannedDelivery } from './planned-delivery'
import { sendAll } from './send-all'
import { type Received, startReceiver } from './testing/receiver'

const NOW = new Date('2026-06-01T12:00:00.000Z')
const secrets = Object.fromEntries(providers.map(({ id }) => [id, `the-secret-of-${id}`]))
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function receiver(answer: (received: Received) => { status: number; body: unknown } = judge) {
  const started = await startReceiver(answer)
  closing.push(started.close)
  return started
}

function judge({ path, headers, body }: Received): { status: number; body: unknown } {
  const providerId = path.split('/')[3] ?? ''
  const list = [{ id: 'one', value: secrets[providerId] ?? '' }]
  const verdict = findProvider(providerId)?.verify({
    headers,
    body,
    secrets: list,
    now: new Date(),
    toleranceSeconds: 300,
  })
  return verdict?.reason === null
    ? { status: 200, body: { status: 'accepted' } }
    : { status: 401, body: { status: 401, reason: verdict?.reason } }
}

function plan(seed: number, orders = 20): PlannedDelivery[] {
  return [...generate({ seed, orders, now: NOW, shares: { badSignatures: 0.1, broken: 0.1 } })]
}

describe('sending to a receiver', () => {
  it('sends what was planned, in order over one connection, and only forgeries are rejected', async () => {
    const { url, received, connections } = await receiver()
    const planned = plan(1)
    const summary = await sendAll(planned, { url, secrets, connections: 1 })

    expect(received.map(({ path }) => path)).toEqual(planned.map(({ providerId }) => `/api/webhooks/${providerId}`))
    expect(received.map(({ body }) => body.toString('hex'))).toEqual(
      planned.map(({ body }) => Buffer.from(body).toString('hex')),
    )
    expect(received.map((delivery) => judge(delivery).status)).toEqual(
      planned.map(({ kind }) => (kind === 'bad_signature' ? 401 : 200)),
    )
    expect(connections()).toBe(1)
    expect(summary).toMatchObject({
      answered: planned.length,
      unsent: 0,
      unacknowledged: 0,
      stopped: null,
      examples: {},
    })
    expect(summary.latencyMs.p99).toBeGreaterThanOrEqual(summary.latencyMs.p50)
    expect(summary.latencyMs.p50).toBeGreaterThan(0)
  })

  it('sends repeats with the same id and a new signature', async () => {
    const { url, received } = await receiver()
    const [first] = plan(1).filter(({ eventId, kind }) => eventId !== undefined && kind === 'fresh')
    if (!first) throw new Error('no event with an id')
    const times = [new Date(), new Date(Date.now() + 60_000)]
    const clock = () => times.shift() ?? new Date()
    await sendAll([first, { ...first, kind: 'repeat' }], { url, secrets, connections: 1, clock })
    const provider = findProvider(first.providerId)
    const keys = received.map(({ headers, body }) => provider?.read({ headers, body }).dedupeKey)
    expect(keys).toEqual([first.eventId, first.eventId])
    expect(received[0]?.headers).not.toEqual(received[1]?.headers)
  })

  it('counts by provider, kind and outcome', async () => {
    const { url } = await receiver()
    const planned = plan(2)
    const summary = await sendAll(planned, { url, secrets })
    const key = ({ providerId, kind }: { providerId: string; kind: string }) => `${providerId} ${kind}`
    const expected = new Map<string, number>()
    for (const each of planned) expected.set(key(each), (expected.get(key(each)) ?? 0) + 1)
    const received = new Map<string, number>()
    for (const entry of summary.counts) {
      received.set(key(entry), (received.get(key(entry)) ?? 0) + entry.count)
      if (entry.kind === 'bad_signature')
        expect(entry.outcome).toMatch(/^401 (missing|signature_mismatch|key_mismatch)/)
      else expect(entry.outcome).toBe('200 accepted')
    }
    expect(received).toEqual(expected)
  })

  it('uses no more connections than allowed', async () => {
    const { url, connections } = await receiver()
    await sendAll(plan(3), { url, secrets, connections: 3 })
    expect(connections()).toBeLessThanOrEqual(3)
  })

  it('sends no sooner than planned', async () => {
    const { url } = await receiver()
    const planned = plan(4)
      .slice(0, 5)
      .map((each, index) => ({ ...each, sendAfterMs: index * 40 }))
    const { durationMs } = await sendAll(planned, { url, secrets })
    expect(durationMs).toBeGreaterThanOrEqual(155)
  })

  it('sends to a further source where one is named', async () => {
    const { url, received } = await receiver()
    const sources = Object.fromEntries(providers.map(({ id }) => [id, 'second-shop']))
    await sendAll(plan(5).slice(0, 3), { url: `${url}/`, secrets, sources })
    expect(received.every(({ path }) => /^\/api\/webhooks\/[^/]+\/second-shop$/.test(path))).toBe(true)
  })

  it('counts genuine deliveries that are refused as not acknowledged', async () => {
    const { url } = await receiver(() => ({ status: 503, body: { status: 503 } }))
    const planned = plan(6).slice(0, 40)
    const summary = await sendAll(planned, { url, secrets })
    expect(summary.unacknowledged).toBe(planned.filter(({ kind }) => kind !== 'bad_signature').length)
    expect(Object.keys(summary.examples)).toEqual(['503'])
  })

  it('is rejected as a stranger where it knows no secret', async () => {
    const { url } = await receiver()
    const summary = await sendAll(plan(7).slice(0, 30), { url, secrets: {} })
    expect(summary.counts.filter(({ outcome }) => !outcome.startsWith('401'))).toEqual([])
  })

  it('gives up after some deliveries in a row without an answer', async () => {
    const { url, close } = await startReceiver(judge)
    await close()
    const summary = await sendAll(plan(8), { url, secrets, connections: 2, stopAfterUnsent: 5 })
    expect(summary).toMatchObject({ answered: 0, stopped: 'unreachable' })
    expect(summary.unsent).toBeGreaterThanOrEqual(5)
    expect(summary.unsent).toBeLessThanOrEqual(6)
    expect(Object.keys(summary.examples)).toEqual(['not sent: ECONNREFUSED'])
  })

  it('stops at once when it is interrupted while it waits', async () => {
    const { url } = await receiver()
    const interruption = new AbortController()
    const planned = plan(9).map((each, index) => ({ ...each, sendAfterMs: index === 0 ? 0 : 3_600_000 }))
    const onAnswer = () => interruption.abort()
    const summary = await sendAll(planned, { url, secrets, signal: interruption.signal, onAnswer })
    expect(summary).toMatchObject({ answered: 1, stopped: 'interrupted' })
  })
})
