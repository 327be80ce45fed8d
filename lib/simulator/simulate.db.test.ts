import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IngestBench, startIngest, TEST_SECRET } from '@/lib/ingest/testing'
import { findProvider, providers } from '@/lib/providers/registry'
import { generate } from './generate'
import { sendAll } from './send-all'
import { signDelivery } from './sign-delivery'

const secrets = Object.fromEntries(providers.map(({ id }) => [id, TEST_SECRET.value]))

describe('a simulated shop in front of a real ingestion', () => {
  let bench: IngestBench

  beforeAll(async () => {
    bench = await startIngest()
  })

  afterAll(() => bench.close())

  it('is recorded: each event once, each delivery kept, forgeries rejected, everything else acknowledged', async () => {
    const planned = [
      ...generate({ seed: 7, orders: 15, now: new Date('2026-06-01T12:00:00Z'), shares: { badSignatures: 0.1 } }),
    ]
    const summary = await sendAll(planned, { url: bench.url, secrets })
    expect(summary).toMatchObject({ answered: planned.length, unsent: 0, unacknowledged: 0, examples: {} })

    const forgeries = planned.filter(({ kind }) => kind === 'bad_signature')
    const events = new Set(
      planned.flatMap((delivery) => {
        const provider = findProvider(delivery.providerId)
        if (!provider || delivery.kind === 'bad_signature') return []
        const headers = signDelivery(provider, delivery, TEST_SECRET, new Date())
        return [`${provider.id} ${provider.read({ headers, body: delivery.body }).dedupeKey}`]
      }),
    )
    expect(forgeries.length).toBeGreaterThan(5)
    expect(await bench.prisma.event.count()).toBe(events.size)
    expect(await bench.prisma.delivery.count()).toBe(planned.length)
    expect(await bench.prisma.delivery.count({ where: { verdict: 'rejected' } })).toBe(forgeries.length)
    const duplicates = summary.counts.filter(({ outcome }) => outcome === '200 duplicate')
    const total = duplicates.reduce((sum, { count }) => sum + count, 0)
    expect(total).toBe(planned.length - forgeries.length - events.size)
  })
})
