import { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { PrismaClient } from '@/lib/db/client'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import type { Customer, Happening, Order, Product } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import { processEvents } from '@/lib/worker/process-events'
import { joinWaiting } from '../join/join-waiting'
import { refreshOrdered } from '../testing/refresh-ordered'

export const HOUR_MS = 60 * 60 * 1000

/** What happens, without the moment and the thing's key. */
export type Step = Happening extends infer H ? (H extends Happening ? Omit<H, 'key' | 'at'> : never) : never

export interface Shop {
  client(): PrismaClient
  /** Every provider tells of it what it would, as signed requests; answers the ids of the events (of the deliveries where forged). */
  tell(step: Step, at: Date, options?: { forged?: true; slug?: string }): Promise<string[]>
  /** Puts everything that was received on its timelines, as the worker does. */
  join(): Promise<void>
  /** As if every provider had long told the first store of every type. */
  subscribeToAll(): Promise<void>
  /** Adds a store with a source of every provider, at this slug. */
  openStore(name: string, slug: string): Promise<void>
}

/** Real ingestion and joining over a database of the test file's own. Call it at the top of the file. */
export function useShop(): Shop {
  let bench: IngestBench | undefined
  let happened = 0
  beforeAll(async () => {
    bench = await startIngest()
  })
  afterAll(() => bench?.close())
  const started = () => {
    if (!bench) throw new Error('the shop is open once the tests run')
    return bench
  }
  return {
    client: () => started().prisma,
    async tell(step, at, { forged, slug } = {}) {
      const ids: string[] = []
      const key = `happening${++happened}`
      for (const provider of providers) {
        // Each member of `Step` with a key and a moment is a happening again, which the compiler cannot follow.
        for (const told of provider.announce({ ...step, key, at } as Happening)) {
          const { eventType, body, eventId, occurredAt } = told
          const answer = await send(started().url, {
            ...{ provider, eventType, occurredAt, body: new TextEncoder().encode(body) },
            ...(eventId ? { eventId } : {}),
            ...(slug ? { path: `/api/webhooks/${provider.id}/${slug}` } : {}),
            ...(forged ? { secret: 'another-secret-altogether' } : {}),
          })
          ids.push(String(forged ? answer.body.deliveryId : answer.body.eventId))
        }
      }
      return ids
    },
    async join() {
      const { prisma, databaseUrl } = started()
      const pool = new Pool({ connectionString: databaseUrl, max: 1 })
      await processEvents(prisma, [], new AbortController().signal)
      await joinWaiting(pool, new AbortController().signal)
      await refreshOrdered(pool)
      await pool.end()
    },
    async subscribeToAll() {
      const { id: storeId } = await started().prisma.store.findFirstOrThrow()
      const types = providers.flatMap(({ id: provider, eventTypes }) =>
        Object.keys(eventTypes).map((type) => ({ storeId, provider, type, firstAt: LONG_AGO })),
      )
      await started().prisma.toldType.createMany({ data: types })
    },
    async openStore(name, slug) {
      const { prisma, addSource } = started()
      const { id: storeId } = await prisma.store.create({ data: { name } })
      for (const provider of providers) {
        const id = await addSource(provider, slug)
        await prisma.source.update({ where: { id }, data: { storeId } })
      }
    },
  }
}

const LONG_AGO = new Date('2026-01-02T03:04:05Z')

export function customer(key: string, change: Partial<Customer> = {}): Customer {
  const address = { street: 'Jl. Melati 1', city: 'Bandung', province: 'Jawa Barat', postalCode: '40111' }
  return {
    ...{ key, createdAt: LONG_AGO, updatedAt: LONG_AGO, firstName: 'Rina', lastName: 'Wati', tags: [], address },
    ...{ email: `${key}@example.com`, phone: `+62812${digitsOf(key)}`, ...change },
  }
}

export function product(key: string): Product {
  return {
    ...{
      key,
      createdAt: LONG_AGO,
      updatedAt: LONG_AGO,
      number: 7,
      sku: `SKU-${key}`.toUpperCase(),
      name: 'Kaos Polos',
    },
    ...{ description: 'A shirt', category: 'Clothes', subcategory: 'Shirts', brand: 'Jalan', unitCost: 40_000 },
    ...{ price: 120_000, weightGrams: 200, sizeCm: [1, 2, 3] },
  }
}

export function order(number: string, change: Partial<Order> = {}): Order {
  const key = `o${number.toLowerCase().replace(/[^a-z0-9]/g, '')}`
  return {
    ...{ key, number, createdAt: LONG_AGO, updatedAt: LONG_AGO, state: 'open', payment: 'paid', fulfilled: false },
    ...{
      customer: customer(`c${key}`),
      lines: [{ key: `l${key}`, product: product('p1'), quantity: 2, price: 120_000 }],
    },
    ...change,
  }
}

/** Eight digits of one's own. */
function digitsOf(key: string): string {
  const sum = [...key].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) % 90_000_000, 7)
  return String(10_000_000 + sum)
}
