import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { changeDestination, createDestination } from '@/lib/destinations/change'
import { deleteDestination } from '@/lib/destinations/delete'
import { getDestination } from '@/lib/destinations/list'
import { loadDestination } from '@/lib/destinations/load'
import { type CreateDestination, createDestinationSchema } from '@/lib/destinations/schemas'
import { MASK } from '@/lib/ingest/mask'
import { PermanentError, RetryAfterError } from '../errors'
import type { Exchange, HandlerContext } from '../handler'
import { runForward } from './run'
import { createSender } from './send'
import { closeLater, type ReceivedRequest, startReceiver, testEvent } from './testing'

const { client } = useTestDatabase()

beforeEach(async () => {
  await client().destination.deleteMany()
  await client().auditEntry.deleteMany()
})

async function create(url: string, parts: Partial<CreateDestination> = {}) {
  return createDestination(createDestinationSchema.parse({ name: 'Gudang', url, ...parts }), ADMIN, client())
}

/** One attempt: what it answered or threw, and what it kept. */
async function attempt(destinationId: string | null, parts: Partial<HandlerContext> = {}, allow = ['127.0.0.1']) {
  const kept: Exchange[] = []
  const sender = closeLater(createSender({ allow }))
  const context: HandlerContext = {
    ...{ event: testEvent(), facts: [], signal: new AbortController().signal, idempotencyKey: 'run-1', destinationId },
    attempt: { number: 1, trigger: 'automatic' },
    keep: (exchange) => kept.push(exchange),
    ...parts,
  }
  const load = (id: string) => loadDestination(id, { client: client() })
  const run = runForward(context, { client: client(), load, sender, clock: () => new Date() })
  const [line, error] = await run.then(
    (text) => [text, null] as const,
    (thrown: unknown) => [null, thrown] as const,
  )
  return { line, error, kept }
}

function plainHeaders(request: ReceivedRequest | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]))
}

describe('a forwarded event', () => {
  it('arrives byte for byte, and a receiver of Standard Webhooks takes its signature', async () => {
    const receiver = await startReceiver()
    const { id, secret } = await create(receiver.url, { headers: { Authorization: 'Bearer tall-mountain-88' } })
    const { line, error, kept } = await attempt(id)
    expect(error).toBeNull()
    expect(line).toMatch(/^200 in \d+ ms$/)
    const [got] = receiver.received
    expect(got?.body).toEqual(testEvent().body)
    expect(new Webhook(secret).verify(got?.body ?? '', plainHeaders(got))).toEqual({ order: 1001, name: 'Ayu ☕' })
    expect(got?.headers).toMatchObject({
      ...{ authorization: 'Bearer tall-mountain-88', 'content-type': 'application/json; charset=utf-8' },
      ...{ 'jejak-event-id': testEvent().id, 'jejak-event-type': 'order.created', 'user-agent': 'Jejak' },
    })
    const [exchange] = kept
    expect(exchange?.request).toMatchObject({ method: 'POST', url: receiver.url })
    expect(exchange?.request.headers).toContainEqual(['webhook-signature', got?.headers['webhook-signature']])
    expect(exchange?.request.headers).toContainEqual(['Authorization', `Bearer ${MASK}`])
    expect(exchange?.response).toMatchObject({ status: 200, truncated: false, body: Buffer.from('ok') })
    expect(JSON.stringify(kept)).not.toContain('tall-mountain')
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  it('may be bytes that are no text', async () => {
    const receiver = await startReceiver()
    const { id, secret } = await create(receiver.url)
    const body = Uint8Array.from({ length: 256 }, (_, index) => 255 - index)
    await attempt(id, { event: testEvent({ body, headers: [['content-encoding', 'gzip']] }) })
    const [got] = receiver.received
    expect([...(got?.body ?? [])]).toEqual([...body])
    expect(got?.headers['content-encoding']).toBe('gzip')
    const { 'webhook-id': messageId, 'webhook-timestamp': timestamp } = plainHeaders(got)
    const signed = Buffer.concat([Buffer.from(`${messageId}.${timestamp}.`), body])
    const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(signed)
      .digest('base64')
    expect(got?.headers['webhook-signature']).toBe(`v1,${expected}`)
  })

  it('keeps its id over retries', async () => {
    const receiver = await startReceiver()
    const { id } = await create(receiver.url)
    await attempt(id)
    await attempt(id, { attempt: { number: 2, trigger: 'retry' } })
    await attempt(id, { idempotencyKey: 'run-2' })
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual(['msg_run-1', 'msg_run-1', 'msg_run-2'])
    expect(receiver.received.map(({ headers }) => headers['jejak-attempt'])).toEqual(['1', '2', '1'])
  })
})

describe('an answer', () => {
  it('of 410 switches the destination off, and nothing is sent to it any more', async () => {
    const receiver = await startReceiver((response) => response.writeHead(410).end('no more'))
    const { id } = await create(receiver.url)
    const { error, kept } = await attempt(id)
    expect(error).toBeInstanceOf(PermanentError)
    expect(kept[0]?.response?.status).toBe(410)
    expect(await getDestination(id, client())).toMatchObject({ enabled: false, disabledReason: 'gone' })
    const again = await attempt(id)
    expect(again.error).not.toBeInstanceOf(PermanentError)
    expect(again.error).toMatchObject({ message: expect.stringContaining('switched off') })
    expect(receiver.received).toHaveLength(1)
    const entries = await client().auditEntry.findMany({ where: { action: 'destination.disabled' } })
    expect(entries).toMatchObject([{ actor: 'system', target: `destination:${id}` }])
  })

  it('of 429 is obeyed', async () => {
    const receiver = await startReceiver((response) => response.writeHead(429, { 'retry-after': '7' }).end())
    const { error } = await attempt((await create(receiver.url)).id)
    expect(error).toBeInstanceOf(RetryAfterError)
    expect(error).toMatchObject({ retryAfterMs: 7_000 })
  })

  it('of 500 is kept with the attempt that failed', async () => {
    const receiver = await startReceiver((response) => response.writeHead(500, { 'x-why': 'oops' }).end('broken'))
    const { error, kept } = await attempt((await create(receiver.url)).id)
    expect(error).toEqual(new Error('The destination answered 500.'))
    expect(kept[0]?.response).toMatchObject({ status: 500, body: Buffer.from('broken') })
    expect(kept[0]?.response?.headers).toContainEqual(['x-why', 'oops'])
  })

  it('that never comes ends at the destination’s time-out', async () => {
    const receiver = await startReceiver(() => {})
    const { error, kept } = await attempt((await create(receiver.url, { timeoutMs: 120 })).id)
    expect(error).toMatchObject({ name: 'TimeoutError', message: expect.stringContaining('120 ms') })
    expect(kept).toMatchObject([{ request: { url: receiver.url } }])
    expect(kept[0]).not.toHaveProperty('response')
  })
})

describe('a destination', () => {
  it('that is not at a public address is refused', async () => {
    const receiver = await startReceiver()
    const { error } = await attempt((await create(receiver.url)).id, {}, [])
    expect(error).toMatchObject({ message: expect.stringContaining('JEJAK_FORWARD_ALLOW') })
    expect(receiver.connections()).toBe(0)
  })

  it('that was deleted or never was is not tried again, one that was switched off waits', async () => {
    const receiver = await startReceiver()
    const [gone, off] = [await create(receiver.url), await create(receiver.url)]
    await deleteDestination(gone.id, ADMIN, client())
    await changeDestination(off.id, { enabled: false }, ADMIN, client())
    for (const id of [gone.id, null]) expect((await attempt(id)).error).toBeInstanceOf(PermanentError)
    expect((await attempt(off.id)).error).not.toBeInstanceOf(PermanentError)
    expect(receiver.received).toHaveLength(0)
  })
})
