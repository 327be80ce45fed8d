import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import { providers } from '@/lib/providers/registry'
import { readRetries } from './retries'

let bench: IngestBench

beforeAll(async () => {
  bench = await startIngest()
})
afterAll(() => bench.close())

it.each(providers.map((provider) => [provider.label, provider] as const))(
  'foretells when %s sends again what was refused, until it is accepted',
  async (_, provider) => {
    const slug = 'retries'
    const source = await bench.addSource(provider, slug)
    const [eventType, contract] = Object.entries(provider.eventTypes)[0] ?? []
    if (!eventType || !contract) throw new Error('a provider has event types')
    const path = `/api/webhooks/${provider.id}/${slug}`
    const delivery = { provider, eventType, body: contract.sample, eventId: 'event-1', occurredAt: new Date(), path }
    const read = () => readRetries(source, provider, new Date(), bench.prisma)
    expect(await read()).toMatchObject({ expected: 0, nextAt: null })

    for (const made of [1, 2]) {
      const before = Date.now()
      expect((await send(bench.url, { ...delivery, secret: 'another-secret-0123' })).status).toBe(401)
      const { expected, nextAt, fewestLeft } = await read()
      expect({ expected, fewestLeft }).toEqual({ expected: 1, fewestLeft: provider.limits.attempts - made })
      const waitMs = (provider.limits.retryScheduleSeconds[made] ?? 0) * 1000
      expect(Date.parse(nextAt ?? '')).toBeGreaterThanOrEqual(before + waitMs)
      expect(Date.parse(nextAt ?? '')).toBeLessThanOrEqual(Date.now() + waitMs)
    }

    expect((await send(bench.url, delivery)).status).toBe(200)
    expect(await read()).toMatchObject({ expected: 0, nextAt: null, givenUp: 0, overdue: 0 })
  },
)

it('takes what came while no secret was set for accepted', async () => {
  const [provider] = providers
  const [eventType, contract] = Object.entries(provider?.eventTypes ?? {})[0] ?? []
  if (!provider || !eventType || !contract) throw new Error('there is a provider with event types')
  const source = await bench.addSource(provider, 'once-checked')
  const path = `/api/webhooks/${provider.id}/once-checked`
  const delivery = {
    provider,
    eventType,
    body: contract.sample,
    eventId: 'event-2',
    path,
    secret: 'another-secret-0123',
  }
  expect((await send(bench.url, delivery)).status).toBe(401)
  await bench.prisma.sourceSecret.deleteMany({ where: { sourceId: source } })
  expect((await send(bench.url, delivery)).status).toBe(200)
  expect(await readRetries(source, provider, new Date(), bench.prisma)).toMatchObject({ expected: 0 })
})
