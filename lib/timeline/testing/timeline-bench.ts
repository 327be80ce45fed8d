import { Pool } from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import type { Customer, Happening, Order, OrderStep } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import { inTransaction } from '@/lib/worker/in-transaction'
import { processEvents } from '@/lib/worker/process-events'
import { joinWaiting } from '../join/join-waiting'
import { refreshOrdered } from './refresh-ordered'

export interface TimelineBench extends IngestBench {
  pool: Pool
  /** Sends what every provider has to say of these, in this order, and puts it on timelines. */
  happens(...happenings: Happening[]): Promise<void>
  /** Puts on timelines what was received. */
  join(): Promise<void>
  /** The entity that the naming with exactly these names belongs to. */
  ownerOf(names: readonly string[]): Promise<string>
}

const NEVER = new AbortController().signal

/** Receiving and joining on a database of each test's own. Call it at the top of the file. */
export function useTimelineBench(): () => TimelineBench {
  let bench: TimelineBench | undefined
  beforeEach(async () => {
    bench = await startTimelines()
  })
  afterEach(() => bench?.close())
  return () => {
    if (!bench) throw new Error('the bench is made before each test')
    return bench
  }
}

/** The same for a part of a test; the caller closes it. */
export async function startTimelines(): Promise<TimelineBench> {
  const ingest = await startIngest()
  const { prisma, url } = ingest
  const pool = new Pool({ connectionString: ingest.databaseUrl, max: 2 })
  async function join() {
    await processEvents(prisma, [], NEVER)
    await joinWaiting(pool, NEVER)
    await refreshOrdered(pool)
  }
  return {
    ...ingest,
    pool,
    join,
    async happens(...happenings) {
      for (const happening of happenings) {
        for (const provider of providers) {
          for (const { body, ...announced } of provider.announce(happening)) {
            await send(url, { provider, ...announced, body: new TextEncoder().encode(body) })
          }
        }
      }
      await join()
    },
    async ownerOf(names) {
      const sorted = [...names].sort()
      const naming = await prisma.naming.findFirstOrThrow({ where: { names: { equals: sorted } } })
      return naming.entityId
    },
    async close() {
      await pool.end()
      await ingest.close()
    },
  }
}

/** Runs `work` in a transaction of the bench. */
export function inBench<T>({ pool }: TimelineBench, work: Parameters<typeof inTransaction<T>>[1]): Promise<T> {
  return inTransaction(pool, work)
}

const AT = new Date('2026-03-02T08:00:00Z')

/** A customer by a key, with an address of their own unless told otherwise. */
export function customer(key: string, change: Partial<Customer> = {}): Customer {
  return {
    ...{ key, firstName: 'Customer', lastName: key, email: `${key}@example.test`, phone: '+6281234567890', tags: [] },
    ...{ createdAt: AT, updatedAt: AT },
    address: { street: 'Jalan Melati 1', city: 'Bandung', province: 'Jawa Barat', postalCode: '40111' },
    ...change,
  }
}

export function customerCreated(who: Customer, at = AT): Happening {
  return { kind: 'customer', step: 'created', customer: who, key: `customer${who.key}`, at }
}

export function messageFrom(who: Customer, key: string, at = AT): Happening {
  return { kind: 'message_received', message: { key, customer: who }, text: 'Halo', key: `message${key}`, at }
}

/** A step of an order by its number; `key` is what tells apart two orders of one number. */
export function orderStep(
  number: string,
  step: OrderStep,
  who: Customer,
  change: Partial<Order> & { at?: Date } = {},
): Happening {
  const { at = AT, ...rest } = change
  const order: Order = {
    ...{ key: `o${number}`, number, state: 'open', payment: 'pending', fulfilled: false, customer: who, lines: [] },
    ...{ createdAt: AT, updatedAt: at },
    ...rest,
  }
  return { kind: 'order', step, order, key: `${order.key}${step.replaceAll('_', '')}`, at }
}
