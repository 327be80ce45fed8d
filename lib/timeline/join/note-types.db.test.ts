import { describe, expect, it } from 'vitest'
import { send } from '@/lib/ingest/testing'
import type { Happening, OrderStep } from '@/lib/providers/happening'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { getEntity } from '../ask/get'
import { listEntities } from '../ask/list'
import { entitiesQuerySchema } from '../query-schemas'
import { customer, customerCreated, inBench, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { joinEvents } from './join-events'
import { refreshStore } from './refresh-store'

const bench = useTimelineBench()
const ANI = customer('ani')
const HOUR_MS = 3_600_000
/** Providers tell times to the second. */
const START = Math.floor(Date.now() / 1000) * 1000 - HOUR_MS
const at = (minutes: number) => new Date(START + minutes * 60_000)
const knowsOrders = ({ lifecycles }: Provider) => lifecycles.some(({ kind }) => kind === 'order')
const FULFILS = providers.filter(knowsOrders)
const SELL = providers.filter((provider) => !knowsOrders(provider))

const step = (number: string, step: OrderStep, minutes: number) => orderStep(number, step, ANI, { at: at(minutes) })

/** Only these providers tell of it. */
async function tells(only: readonly Provider[], ...happenings: Happening[]) {
  for (const happening of happenings) {
    for (const provider of only) {
      for (const { body, ...announced } of provider.announce(happening)) {
        await send(bench().url, { provider, ...announced, body: new TextEncoder().encode(body) })
      }
    }
  }
  await bench().join()
}

const told = () => bench().prisma.toldType.findMany({ orderBy: [{ provider: 'asc' }, { type: 'asc' }] })
const jobs = () =>
  bench().prisma.$queryRaw<{ after: string | null }[]>`
    SELECT payload ->> 'after' AS after FROM graphile_worker._private_jobs
    WHERE payload ->> 'storeId' IS NOT NULL ORDER BY after NULLS FIRST`

/** What the list finds at that time, which the pages must find as well. */
async function findings(hours: number): Promise<string[]> {
  const now = new Date(START + hours * HOUR_MS)
  const { prisma } = bench()
  const query = entitiesQuerySchema.parse({ finding: 'any' })
  const { items } = await listEntities('order', entitiesQuerySchema.parse({}), prisma, now)
  for (const { id, findings } of items) {
    const detail = await getEntity('order', id, prisma, now)
    expect([...new Set(detail.findings.map(({ rule }) => rule))].sort()).toEqual(findings.toSorted())
  }
  const found = await listEntities('order', query, prisma, now)
  return found.items
    .map(({ label, findings }) => `${label} ${findings.filter((rule) => rule !== 'late_arrival')}`)
    .sort()
}

describe('what a store is told of', () => {
  it('is noted with the time at which the first event of a type was received', async () => {
    await bench().happens(customerCreated(ANI), orderStep('1001', 'placed', ANI))
    await bench().happens(customerCreated(customer('budi')), orderStep('1002', 'placed', ANI))
    const events = await bench().prisma.event.findMany({ orderBy: { receivedAt: 'asc' } })
    const first = events.filter((one, n) => events.findIndex(({ type }) => type === one.type) === n)
    expect(events.length).toBe(2 * first.length)
    const { id: storeId } = await bench().prisma.store.findFirstOrThrow()
    const rows = first.map(({ provider, type, receivedAt }) => ({ storeId, provider, type, firstAt: receivedAt }))
    expect(await told()).toEqual(rows.sort((a, b) => (a.provider + a.type < b.provider + b.type ? -1 : 1)))
  })

  it('is the same whichever is joined first, and after a transaction that was rolled back', async () => {
    await bench().happens(orderStep('1001', 'placed', ANI))
    await bench().happens(orderStep('1002', 'placed', ANI))
    const expected = await told()
    const events = await bench().prisma.event.findMany({ orderBy: { id: 'desc' }, select: { id: true } })
    await bench().prisma.toldType.deleteMany()
    const failing = inBench(bench(), async (client) => {
      await joinEvents(
        client,
        events.map(({ id }) => id),
      )
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await told()).toEqual([])
    for (const { id } of events) await inBench(bench(), (client) => joinEvents(client, [id]))
    expect(await told()).toEqual(expected)
  })

  it('has the store refreshed once a type is new to it, and not for more of the same', async () => {
    const { prisma } = bench()
    await bench().happens(orderStep('1001', 'placed', ANI))
    const [event] = await prisma.event.findMany({ select: { id: true } })
    const again = () => inBench(bench(), (client) => joinEvents(client, [event?.id ?? '']))
    await again()
    expect(await jobs()).toEqual([])
    await prisma.toldType.deleteMany()
    await again()
    expect(await jobs()).toEqual([{ after: null }])
  })
})

describe('a store with a source of every provider', () => {
  it('waits for none that never told it of an order', async () => {
    await tells(SELL, step('1001', 'placed', 0))
    expect((await bench().prisma.entity.findFirstOrThrow({ where: { kind: 'order' } })).stuckAt).toBeNull()
    expect(await findings(24 * 30)).toEqual([])
  })

  it('waits from the moment on at which it does, also for what was sold a moment before', async () => {
    await tells(SELL, step('1001', 'placed', 0))
    await tells(FULFILS, step('1002', 'placed', 1))
    await tells(SELL, step('1003', 'placed', 2))
    expect(await findings(40)).toEqual([])
    expect(await findings(51)).toEqual(['1001 stuck', '1003 stuck'])
  })

  it('misses no step that is not subscribed to', async () => {
    const sparse = ['to_process', 'shipped', 'completed']
    await tells(FULFILS, step('1001', 'paid', 0), step('1001', 'shipped', 1), step('1001', 'completed', 2))
    expect((await told()).map(({ type }) => type.split('.').at(-1))).toEqual(sparse.toSorted())
    expect(await findings(3)).toEqual([])
    await tells(FULFILS, step('1002', 'paid', 3), step('1002', 'packed', 4), step('1002', 'shipped', 5))
    expect(await findings(3)).toEqual(['1001 missing_step'])
  })
})

it('a refresh that goes on takes nothing from one that is to begin again', async () => {
  const { prisma, pool } = bench()
  const { id: storeId } = await prisma.store.findFirstOrThrow()
  await prisma.$executeRaw`
    INSERT INTO entity (id, store_id, kind, label, providers, fields, first_at, last_at, last_type, mentions)
    SELECT gen_random_uuid(), ${storeId}::uuid, 'order', 'x', '{}', '{}', now(), now(), 'x', 0 FROM generate_series(1, 201)`
  await prisma.$executeRaw`SELECT graphile_worker.add_job('refresh_store',
    json_build_object('storeId', ${storeId}::text, 'after', NULL, 'until', NULL), job_key => 'refresh_store:' || ${storeId}::text)`
  await refreshStore(pool, { storeId, after: null, until: null }, AbortSignal.abort())
  expect(await jobs()).toEqual([{ after: null }, { after: expect.any(String) }])
})

it('a refresh ends where things ended when it began, however many begin meanwhile', async () => {
  const { prisma, pool } = bench()
  const { id: storeId } = await prisma.store.findFirstOrThrow()
  const [before, since] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
  await prisma.$executeRaw`
    INSERT INTO entity (id, store_id, kind, label, providers, fields, first_at, last_at, last_type, mentions)
    SELECT id::uuid, ${storeId}::uuid, 'order', 'x', '{}', '{}', now(), now(), 'x', 0 FROM unnest(${[before, since]}::text[]) AS id`
  await refreshStore(pool, { storeId, after: null, until: before }, new AbortController().signal)
  // Nothing names either of them, so one that is refreshed goes.
  expect(await prisma.entity.findMany({ where: { id: { in: [before, since] } } })).toMatchObject([{ id: since }])
})
