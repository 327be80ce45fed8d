import { afterEach, beforeEach, vi } from 'vitest'
import type { PrismaClient } from '@/lib/db/client'
import { defineHandler, type Handler } from '@/lib/handlers/handler'
import { type Delivery, type IngestBench, send, startIngest } from '@/lib/ingest/testing'
import type { EventTypeContract, Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { startWorker, type Worker } from './worker'

export interface WorkerBench {
  prisma: PrismaClient
  databaseUrl: string
  /** Sends a genuine delivery and answers its event's id. */
  event(change?: Partial<Delivery>): Promise<string>
  /** Starts a worker with these handlers; it is stopped after the test. */
  work(...handlers: Handler[]): Promise<Worker>
  run(eventId: string, target: string): Promise<RunWithAttempts>
  /** Waits until the run has this status. */
  reaches(eventId: string, target: string, status: string): Promise<RunWithAttempts>
  destination(change?: { ratePerSecond?: number; enabled?: boolean }): Promise<string>
}

type RunWithAttempts = NonNullable<Awaited<ReturnType<PrismaClient['run']['findFirst']>>> & {
  attempts: Awaited<ReturnType<PrismaClient['attempt']['findMany']>>
}

/** Receiving and processing on a database of each test's own. Call it at the top of the file. */
export function useWorkerBench(): () => WorkerBench {
  let ingest: IngestBench | undefined
  const workers: Worker[] = []
  let bench: WorkerBench | undefined

  beforeEach(async () => {
    const started = await startIngest()
    ingest = started
    const provider = providers[0]
    if (!provider) throw new Error('there is no provider')
    const { prisma, databaseUrl } = started
    let sent = 0
    const find = async (eventId: string, target: string) => {
      const run = await prisma.run.findFirstOrThrow({ where: { eventId, target, copyId: null } })
      const attempts = await prisma.attempt.findMany({ where: { runId: run.id }, orderBy: { number: 'asc' } })
      return { ...run, attempts }
    }
    bench = {
      prisma,
      databaseUrl,
      async event(change = {}) {
        const [eventType, { sample }] = orderSample(provider)
        const delivery = { provider, eventType, body: sample, eventId: `evt_${++sent}`, ...change }
        const answer = await send(started.url, delivery)
        return answer.body.eventId ?? ''
      },
      async work(...handlers) {
        const worker = await startWorker({ databaseUrl, handlers, concurrency: 12 })
        workers.push(worker)
        return worker
      },
      run: find,
      reaches: (eventId, target, status) =>
        vi.waitFor(
          async () => {
            const run = await find(eventId, target)
            if (run.status !== status) throw new Error(`expected ${status}, but it is ${run.status}`)
            return run
          },
          { timeout: 15_000, interval: 20 },
        ),
      async destination(change = {}) {
        const store = await prisma.store.findFirstOrThrow()
        const { id } = await prisma.destination.create({
          data: {
            ...{ storeId: store.id, name: 'Warehouse', url: 'http://127.0.0.1:9/', timeoutMs: 1_000 },
            ...{ secret: new Uint8Array(), secretHint: '', ...change },
          },
        })
        return id
      },
    }
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop(5_000)))
    await ingest?.close()
  })
  return () => {
    if (!bench) throw new Error('the bench is made before each test')
    return bench
  }
}

function orderSample(provider: Provider): [string, EventTypeContract] {
  const found = Object.entries(provider.eventTypes).find(([type]) => type.startsWith('order'))
  if (!found) throw new Error('the provider has no event type of orders')
  return found
}

/** A handler of a test: three attempts, at once as it were. */
export function testHandler(run: Handler['run'], change: Partial<Handler> = {}): Handler {
  const retry = { attempts: 3, baseMs: 1, factor: 1, maxMs: 1 }
  return defineHandler({ name: 'test', title: 'Test', on: ['*'], retry, timeoutMs: 5_000, run, ...change })
}

/** A promise with its handles. */
export function defer<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
