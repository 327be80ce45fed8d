import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { closeIngest } from '@/lib/ingest/ingest'
import { handleNodeRequest } from '@/lib/ingest/node-mount'
import { providers } from '@/lib/providers/registry'
import { createSource } from '@/lib/sources/change'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { getSource, listSources } from '@/lib/sources/list'
import { addSecret } from '@/lib/sources/secrets'
import { sendSamples } from './send'

const { client } = useTestDatabase()
let server: Server
let baseUrl: string

beforeAll(async () => {
  await ensureDefaultSources(client())
  server = createServer((request, response) => void handleNodeRequest(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await closeIngest()
})

const send = (request: Parameters<typeof sendSamples>[0]) => sendSamples(request, ADMIN, baseUrl, client())

it('sends five of each provider, orders first, and each click makes new events', async () => {
  for (const click of [1, 2]) {
    const sent = await send({})
    expect(sent.map(({ provider }) => provider)).toEqual(providers.flatMap(({ id }) => Array(5).fill(id)))
    for (const { id } of providers) expect(sent.find((sample) => sample.provider === id)?.eventType).toMatch(/^order/)
    expect(sent.map(({ status, answer }) => ({ status, answer }))).toEqual(
      Array(sent.length).fill({ status: 200, answer: expect.objectContaining({ status: 'accepted' }) }),
    )
    expect(await client().event.count()).toBe(click * sent.length)
  }
  expect(await client().event.groupBy({ by: ['verdict'] })).toEqual([{ verdict: 'unchecked' }])
})

it('signs with the secret of the source that it sends to', async () => {
  const [provider] = providers
  if (!provider) throw new Error('the registry is empty')
  const source = await createSource({ provider: provider.id, slug: 'signed', name: 'Signed' }, ADMIN, client())
  await addSecret(source, 'the-old-secret', ADMIN, client())
  await addSecret(source, 'the-new-secret', ADMIN, client())
  const [eventType = ''] = Object.keys(provider.eventTypes)
  expect(await send({ source, eventType })).toMatchObject([{ provider: provider.id, eventType, status: 200 }])
  const [event] = await client().event.findMany({ where: { sourceId: source } })
  expect(event).toMatchObject({ verdict: provider.goodVerdict, type: eventType })
  const item = await getSource(source, new Date(), client())
  expect(item.last24h).toEqual({ accepted: 1, rejected: 0 })
  expect(item.lastReceivedAt).toBe(event?.lastReceivedAt.toISOString())
})

it('shows what a switched-off endpoint answers', async () => {
  const [source] = await listSources(new Date(), client())
  await client().source.update({ where: { id: source?.id ?? '' }, data: { enabled: false } })
  await expect.poll(async () => (await send({ source: source?.id ?? '' })).at(-1)?.status).toBe(404)
  await client().source.update({ where: { id: source?.id ?? '' }, data: { enabled: true } })
})

it.each([{ provider: 'nobody' }, { source: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11' }, { eventType: 'order.vanished' }])(
  'refuses what there is not: %j',
  async (request) => {
    await expect(send(request)).rejects.toMatchObject({ code: 'invalid_request' })
  },
)

it('says where it sent to when nobody answers there', async () => {
  const closed = 'http://127.0.0.1:9'
  await expect(sendSamples({}, ADMIN, closed, client())).rejects.toThrow(`${closed}/api/webhooks/`)
})
