import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import { providers } from '@/lib/providers/registry'
import { searchDeliveries } from './deliveries'
import { deliveryBody, deliveryDetail } from './delivery-detail'
import { eventDetail } from './detail'
import { deliveriesQuerySchema, type EventDetail, eventsQuerySchema } from './schemas'
import { searchEvents } from './search'

const encode = (text: string) => new TextEncoder().encode(text)
let bench: IngestBench
beforeAll(async () => {
  bench = await startIngest()
})
afterAll(() => bench.close())

const search = (query: Record<string, unknown>) => searchEvents(eventsQuerySchema.parse(query), bench.prisma)

/** A genuine order event of a provider, for an order number written as given. */
async function order(
  provider: (typeof providers)[number],
  number: string,
  options: { eventId?: string; secret?: string } = {},
) {
  const [eventType, contract] = Object.entries(provider.eventTypes).find(([type]) => type.startsWith('order.')) ?? []
  if (!eventType || !contract) throw new Error('no order event')
  const text = new TextDecoder().decode(contract.sample)
  const body = encode(text.replace(/("(?:orderNumber|order_number)":\s*)"[^"]*"/, `$1${JSON.stringify(number)}`))
  const answer = await send(bench.url, {
    provider,
    eventType,
    body,
    eventId: options.eventId ?? `evt_${number}`,
    ...options,
  })
  const { eventId = '', deliveryId = '' } = answer.body
  return { eventId, deliveryId, eventType, body }
}

describe.each(providers.map((provider) => [provider.label, provider] as const))('events of %s', (_, provider) => {
  it.each(['1001', '#1001', ' 1001 ', '# 1001'])('are found by order number, asked for as "%s"', async (asked) => {
    const made = await order(provider, '#1001')
    await order(provider, '10011')
    const { items } = await search({ order: asked, provider: provider.id })
    expect(items.map(({ id }) => id)).toEqual([made.eventId])
  })

  it('are found by order number without regard to case', async () => {
    const made = await order(provider, `Bbs-${provider.id}-Xy`)
    const { items } = await search({ order: `bbs-${provider.id}-xY` })
    expect(items).toMatchObject([{ id: made.eventId, subject: { kind: 'order' }, verdict: provider.goodVerdict }])
  })

  it('are found by type, exactly and by pattern, where % and _ mean themselves', async () => {
    const made = await order(provider, `type-${provider.id}`)
    const found = async (type: string) =>
      (await search({ type, order: `type-${provider.id}` })).items.map(({ id }) => id)
    expect(await found(made.eventType)).toEqual([made.eventId])
    expect(await found('order.*')).toEqual([made.eventId])
    expect(await found('nothing.here,order.*')).toEqual([made.eventId])
    expect(await found('order_*')).toEqual([])
    expect(await found('awb.*')).toEqual([])
  })

  it('page by cursor through everything, once each, newest first', async () => {
    for (let index = 0; index < 7; index += 1) await order(provider, `page-${index}`)
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await search({ provider: provider.id, limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    const all = await bench.prisma.event.findMany({ where: { provider: provider.id }, orderBy: { id: 'desc' } })
    expect(seen).toEqual(all.map(({ id }) => id))
  })

  it('show their rejected deliveries in place only where asked, and by the order they claim', async () => {
    const good = await order(provider, `mix-${provider.id}`)
    const bad = await order(provider, `mix-${provider.id}`, { secret: 'another-secret-entirely' })
    const asked = { order: `mix-${provider.id}` }
    expect((await search(asked)).items.map(({ id }) => id)).toEqual([good.eventId])
    expect((await search({ ...asked, rejected: 'include' })).items).toMatchObject([
      {
        kind: 'rejected',
        id: bad.deliveryId,
        type: bad.eventType,
        verdict: 'rejected',
        reason: expect.stringMatching(/_mismatch$/),
      },
      { kind: 'event', id: good.eventId },
    ])
    expect((await search({ ...asked, verdict: 'rejected' })).items.map(({ id }) => id)).toEqual([bad.deliveryId])
    expect((await search({ ...asked, verdict: `rejected,${provider.goodVerdict}` })).items).toHaveLength(2)
  })

  it('keep every digit, key and repeated key of their payload', async () => {
    const text = '{"id":90071992547409931234,"n":1.10,"a":1,"a":2,"deep":{"order_number":"x"},"e":1e400}'
    const body = encode(text)
    const sent = await send(bench.url, { provider, eventType: 'order.created', body, eventId: 'evt_digits' })
    const detail = await eventDetail(sent.body.eventId ?? '', 'viewer', bench.prisma)
    expect(detail).toContain(`"payload":${text}}`)
  })

  it('tell their receipts, identifiers and our answers', async () => {
    const first = await order(provider, 'tell-1', { eventId: 'evt_tell' })
    const again = await order(provider, 'tell-1', { eventId: 'evt_tell' })
    const detail = JSON.parse((await eventDetail(first.eventId, 'viewer', bench.prisma)) ?? '') as EventDetail
    expect(detail).toMatchObject({ deliveryCount: 2, verdict: provider.goodVerdict, payload: expect.any(Object) })
    expect(detail.deliveries.map(({ id, sameBodyAsFirst }) => [id, sameBodyAsFirst])).toEqual([
      [first.deliveryId, true],
      [again.deliveryId, true],
    ])
    expect(JSON.parse(detail.deliveries[1]?.answer ?? '')).toEqual({
      status: 'duplicate',
      deliveryId: again.deliveryId,
      eventId: first.eventId,
    })
    expect(detail.identifiers).toContainEqual({
      scheme: 'order_number',
      value: 'TELL-1',
      kind: 'order',
      label: 'Order number',
      issuer: null,
    })
  })

  it('answer the exact bytes of a delivery', async () => {
    const made = await order(provider, 'bytes-1')
    const bytes = await deliveryBody(made.deliveryId, bench.prisma)
    expect(Buffer.from(bytes ?? []).equals(made.body)).toBe(true)
    expect(await deliveryDetail(made.deliveryId, bench.prisma)).toMatchObject({ eventId: made.eventId, status: 200 })
  })

  it('are bounded by time', async () => {
    const made = await order(provider, `time-${provider.id}`)
    const asked = { order: `time-${provider.id}` }
    const ids = async (more: object) => (await search({ ...asked, ...more })).items.map(({ id }) => id)
    expect(await ids({ from: '1h' })).toEqual([made.eventId])
    expect(await ids({ to: '1h' })).toEqual([])
    expect(await ids({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    expect(await ids({ from: '2020-01-01', to: new Date(Date.now() + 60_000).toISOString() })).toEqual([made.eventId])
  })

  it('list rejected deliveries by verdict', async () => {
    const bad = await order(provider, 'verdict-1', { secret: 'another-secret-entirely' })
    const query = deliveriesQuerySchema.parse({ verdict: 'rejected', provider: provider.id })
    const { items } = await searchDeliveries(query, bench.prisma)
    expect(items[0]).toMatchObject({ id: bad.deliveryId, status: 401, eventId: null, claimedType: bad.eventType })
    expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['rejected']))
  })
})

it.each([
  [{ provider: 'nobody' }, 'provider: expected one of'],
  [{ source: 'nowhere' }, 'source: expected the id or slug'],
  [{ source: '018f0000-0000-7000-8000-000000000000' }, 'source: expected the id or slug'],
  [{ from: '1h', to: '2h' }, 'from: expected a time before'],
])('refuses %o rather than answering an empty list', async (query, words) => {
  await expect(search(query)).rejects.toThrow(words)
  await expect(searchDeliveries(deliveriesQuerySchema.parse(query), bench.prisma)).rejects.toThrow(words)
})

it('answers null for ids that are not there', async () => {
  const nobody = '018f0000-0000-7000-8000-000000000000'
  expect(await eventDetail(nobody, 'viewer', bench.prisma)).toBeNull()
  expect(await deliveryDetail(nobody, bench.prisma)).toBeNull()
  expect(await deliveryBody(nobody, bench.prisma)).toBeNull()
})

it('live updates ask for what is newer and miss nothing that became visible late', async () => {
  const provider = providers[0]
  if (!provider) throw new Error('no provider')
  const first = await order(provider, 'live-1')
  const second = await order(provider, 'live-2')
  const { items } = await search({ after: first.eventId })
  expect(items.map(({ id }) => id)).toContain(second.eventId)
  expect(items.map(({ id }) => id)).not.toContain(first.eventId)
  const { items: overlap } = await search({ after: second.eventId })
  expect(overlap.map(({ id }) => id)).toContain(first.eventId)
})
