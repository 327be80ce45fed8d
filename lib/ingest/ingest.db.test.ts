import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { splitName } from '@/lib/providers/identifiers'
import { providers } from '@/lib/providers/registry'
import { fromHeaderLines } from './header-lines'
import { type IngestBench, send, startIngest } from './testing'

const encode = (text: string) => new TextEncoder().encode(text)
let bench: IngestBench
beforeAll(async () => {
  bench = await startIngest()
})
afterAll(() => bench.close())

const sampleOf = (provider: (typeof providers)[number]) => {
  const [eventType, contract] = Object.entries(provider.eventTypes).find(([type]) => type.startsWith('order')) ?? []
  if (!eventType || !contract) throw new Error('no order event')
  return { provider, eventType, body: contract.sample }
}

async function stored(deliveryId: string | undefined) {
  return bench.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId ?? '' } })
}

describe.each(providers.map((provider) => [provider.label, provider] as const))('a delivery of %s', (_, provider) => {
  it('is recorded with its bytes, headers, event, identifiers and job before it is acknowledged', async () => {
    const sample = sampleOf(provider)
    const answer = await send(bench.url, { ...sample, eventId: 'evt_recorded', headers: { 'X-Extra': 'é' } })
    expect(answer).toMatchObject({ status: 200, body: { status: 'accepted' } })
    const delivery = await stored(answer.body.deliveryId)
    expect(Buffer.from(delivery.body).equals(sample.body)).toBe(true)
    expect(delivery).toMatchObject({
      verdict: provider.goodVerdict,
      reason: null,
      status: 200,
      eventId: answer.body.eventId,
    })
    expect(fromHeaderLines(delivery.headers)).toContainEqual(['X-Extra', 'é'])
    const event = await bench.prisma.event.findUniqueOrThrow({ where: { id: answer.body.eventId ?? '' } })
    expect(event).toMatchObject({
      provider: provider.id,
      type: sample.eventType,
      deliveryCount: 1,
      firstDeliveryId: delivery.id,
    })
    expect(event.identifiers.map((name) => splitName(name).scheme)).toContain('order_number')
    const keys = await bench.prisma.eventIdentifier.findMany({ where: { eventId: event.id } })
    expect(keys).toHaveLength(event.identifiers.length)
    const pending = await bench.prisma.pendingBatch.findMany()
    expect(pending.flatMap(({ eventIds }) => eventIds).filter((id) => id === event.id)).toHaveLength(1)
    await vi.waitFor(async () => {
      const jobs = await bench.prisma.$queryRaw<
        unknown[]
      >`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'process_events'`
      expect(jobs).toHaveLength(1)
    }, 5_000)
  })

  it('never leaves its secret in the database, and keeps a fingerprint where it was a key', async () => {
    const answer = await send(bench.url, { ...sampleOf(provider), eventId: 'evt_secret' })
    const delivery = await stored(answer.body.deliveryId)
    expect(delivery.headers).not.toContain('whsec-test')
    if (provider.goodVerdict === 'authenticated')
      expect(delivery.headerFingerprints).toMatchObject({ authorization: expect.stringMatching(/^[\da-f]{64}$/) })
    else expect(delivery.headerFingerprints).toBeNull()
  })

  it('is answered 401 with the reason where the secret differs, and is kept', async () => {
    const answer = await send(bench.url, { ...sampleOf(provider), secret: 'another-secret-entirely' })
    expect(answer).toMatchObject({ status: 401, type: expect.stringContaining('application/problem+json') })
    expect(answer.body.reason).toMatch(/_mismatch$/)
    const delivery = await stored(answer.body.deliveryId)
    expect(delivery).toMatchObject({
      verdict: 'rejected',
      eventId: null,
      status: 401,
      claimedType: sampleOf(provider).eventType,
    })
    expect(delivery.claims.join()).toContain('order_number:')
    expect(delivery.headers).not.toContain('another-secret')
  })

  it('makes one event of fifty identical deliveries at once, with fifty receipts', async () => {
    const body = encode(
      JSON.stringify({ ...JSON.parse(new TextDecoder().decode(sampleOf(provider).body)), fifty: true }),
    )
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(bench.url, { ...sampleOf(provider), body, eventId: 'evt_fifty' })),
    )
    expect(new Set(answers.map((answer) => answer.body.eventId)).size).toBe(1)
    expect(answers.filter((answer) => answer.body.status === 'accepted')).toHaveLength(1)
    const eventId = answers[0]?.body.eventId ?? ''
    expect(await bench.prisma.delivery.count({ where: { eventId } })).toBe(50)
    expect(await bench.prisma.event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ deliveryCount: 50 })
  })

  it.each([
    ['is empty', new Uint8Array()],
    ['is not JSON', encode('order=1001&status=paid')],
    ['is not valid UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x00, 0x22, 0x7d])],
    ['begins with a byte order mark', encode('\ufeff{"event":"order.shipped","data":{"order_number":"BOM-1"}}')],
    [
      'holds NUL and lone surrogates',
      encode('{"id":"a\\u0000b","orderNumber":"\\ud800","event":"order.\\u0000","data":{"order_number":"x\\u0000"}}'),
    ],
    [
      'holds integers beyond 2^53',
      encode(
        '{"id":90071992547409931234,"orderNumber":90071992547409931235,"data":{"order_number":90071992547409931235}}',
      ),
    ],
    ['holds duplicate keys', encode('{"id":"1","id":"2","event":"a","event":"order.packed"}')],
    ['holds __proto__', encode('{"__proto__":{"id":"x"},"constructor":{"prototype":1},"data":{"__proto__":null}}')],
    ['is nested ten thousand deep', encode(`${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}`)],
    ['is a bare number', encode('42')],
    ['is 64 KB exactly', encode(JSON.stringify({ pad: 'x'.repeat(65_536 - 10) }))],
    ['is 64 KB and one byte', encode(JSON.stringify({ pad: 'x'.repeat(65_537 - 10) }))],
    [
      'has surrogates in every text',
      encode('{"event":"\\ud83d","timestamp":"\\udc00","tenant_id":"\\ud800","data":{"name":"\\ud800"}}'),
    ],
  ])('is kept byte for byte and acknowledged where the body %s', async (_case, body) => {
    const answer = await send(bench.url, { provider, eventType: 'order.created', body, eventId: `evt_${_case}` })
    expect(answer).toMatchObject({ status: 200, body: { status: 'accepted' } })
    const delivery = await stored(answer.body.deliveryId)
    expect(Buffer.from(delivery.body).equals(body)).toBe(true)
  })

  it('is kept as sent and read where the body is compressed', async () => {
    const { body, ...sample } = sampleOf(provider)
    const packed = gzipSync(body)
    const answer = await send(bench.url, {
      ...sample,
      body: packed,
      eventId: 'evt_gzip',
      headers: { 'Content-Encoding': 'gzip' },
    })
    expect(answer.status).toBe(200)
    expect(Buffer.from((await stored(answer.body.deliveryId)).body).equals(packed)).toBe(true)
    const event = await bench.prisma.event.findUniqueOrThrow({ where: { id: answer.body.eventId ?? '' } })
    expect(event).toMatchObject({ type: sample.eventType, problems: null })
  })

  it('is marked where its type is not documented', async () => {
    const body = encode('{"event":"moon.landed","timestamp":"2026-01-01T00:00:00Z","tenant_id":"T","data":{}}')
    const answer = await send(bench.url, { provider, eventType: 'moon.landed', body, eventId: 'evt_moon' })
    const event = await bench.prisma.event.findUniqueOrThrow({ where: { id: answer.body.eventId ?? '' } })
    expect(event.type).toBe('moon.landed')
    expect(event.problems).toContainEqual(expect.objectContaining({ code: 'unknown_event_type' }))
  })

  it('is kept unchecked where the source has no secret, and never stands in the way of the genuine one', async () => {
    const path = `/api/webhooks/${provider.id}/open`
    const sourceId = await bench.addSource(provider, 'open', { secret: null })
    const sample = { ...sampleOf(provider), path, eventId: 'evt_open' }
    const first = await send(bench.url, sample)
    expect(await stored(first.body.deliveryId)).toMatchObject({ verdict: 'unchecked', reason: 'no_secret' })
    await addSecret(sourceId)
    const second = await send(bench.url, sample)
    expect(second.body.status).toBe('accepted')
    expect(await stored(second.body.deliveryId)).toMatchObject({ verdict: provider.goodVerdict })
  })

  it('is answered 413 where it is over the limit, and its head and size are kept', async () => {
    const path = `/api/webhooks/${provider.id}/small`
    await bench.addSource(provider, 'small', { maxBodyBytes: 1024 })
    const fits = await send(bench.url, {
      ...sampleOf(provider),
      path,
      body: encode('x'.repeat(1024)),
      eventId: 'evt_fits',
    })
    expect(fits.status).toBe(200)
    const answer = await send(bench.url, { ...sampleOf(provider), path, body: encode('y'.repeat(100_000)) })
    expect(answer.status).toBe(413)
    const delivery = await stored(answer.body.deliveryId)
    expect(delivery).toMatchObject({ verdict: 'rejected', reason: 'body_too_large', status: 413, bodyBytes: 100_000 })
    expect(Buffer.from(delivery.body).equals(Buffer.from('y'.repeat(16 * 1024)))).toBe(true)
  })

  it('is answered 200 where the source quarantines what it rejects', async () => {
    const path = `/api/webhooks/${provider.id}/quarantine`
    await bench.addSource(provider, 'quarantine', { rejectedStatus: 200 })
    const answer = await send(bench.url, { ...sampleOf(provider), path, secret: 'another-secret-entirely' })
    expect(answer).toMatchObject({ status: 200, body: { status: 'quarantined' } })
    expect(await stored(answer.body.deliveryId)).toMatchObject({ verdict: 'rejected', eventId: null, status: 200 })
  })

  it('counts and does not keep what comes to a disabled or unknown source', async () => {
    const disabled = await bench.addSource(provider, 'off', { enabled: false })
    const before = await bench.prisma.delivery.count()
    for (const slug of ['off', 'nowhere']) {
      const answer = await send(bench.url, { ...sampleOf(provider), path: `/api/webhooks/${provider.id}/${slug}` })
      expect(answer).toMatchObject({ status: 404, type: expect.stringContaining('problem+json') })
    }
    await vi.waitFor(async () => {
      const keys = (await bench.prisma.refusal.findMany()).map(({ key }) => key)
      expect(keys).toEqual(expect.arrayContaining([`source_disabled:${disabled}`, `unknown_source:${provider.id}`]))
    }, 5_000)
    expect(await bench.prisma.delivery.count()).toBe(before)
  })

  it('holds rejected deliveries to the quota, oldest first out, and counts what went', async () => {
    const path = `/api/webhooks/${provider.id}/quota`
    const sourceId = await bench.addSource(provider, 'quota', { rejectedKeep: 5 })
    const ids: (string | undefined)[] = []
    for (let index = 0; index < 12; index += 1) {
      ids.push(
        (await send(bench.url, { ...sampleOf(provider), path, secret: 'another-secret-entirely' })).body.deliveryId,
      )
    }
    await vi.waitFor(async () => {
      const kept = await bench.prisma.delivery.findMany({ where: { sourceId }, orderBy: { id: 'asc' } })
      expect(kept.map(({ id }) => id)).toEqual(ids.slice(-5))
      expect(await bench.prisma.source.findUniqueOrThrow({ where: { id: sourceId } })).toMatchObject({
        rejectedDropped: 7n,
      })
    }, 5_000)
  })
})

it('answers 405 to other methods and 404 to unknown providers, as problem documents', async () => {
  const get = await fetch(`${bench.url}/api/webhooks/${providers[0]?.id}`)
  expect([get.status, get.headers.get('allow'), get.headers.get('content-type')]).toEqual([
    405,
    'POST',
    expect.stringContaining('problem+json'),
  ])
  const unknown = await fetch(`${bench.url}/api/webhooks/nobody`, { method: 'POST', body: '{}' })
  expect([unknown.status, ((await unknown.json()) as { type: string }).type]).toEqual([404, '/problems/not_found'])
})

async function addSecret(sourceId: string): Promise<void> {
  const { TEST_SECRET, TEST_VAULT } = await import('./testing')
  const { v7 } = await import('uuid')
  const id = v7()
  const ciphertext = TEST_VAULT.seal(TEST_SECRET.value, `source_secret:${id}`)
  await bench.prisma.sourceSecret.create({ data: { id, sourceId, ciphertext, hint: '' } })
}
