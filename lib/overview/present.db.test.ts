import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { EACH, ONCE, seedAttempt, seedCopy, seedDestination, seedEvent, seedRun } from '@/lib/runs/testing'
import { readFailures } from './failures'
import { readFindings } from './findings'
import { readOverview } from './overview'
import { readQueue } from './queue'
import { readRefusals } from './refusals'
import { idAt, seedEntity, seedSource } from './testing'

const { client } = useTestDatabase()
const NOW = new Date()
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

beforeAll(async () => {
  await seedSource(client(), 'default')
})

describe('failures', () => {
  it('stand in groups, the largest first, each with its message', async () => {
    const destinationId = await seedDestination(client(), 'Warehouse')
    const seed = async (failureGroup: string, status: string, message: string, to?: string) => {
      const id = await seedRun(client(), await seedEvent(client()), {
        status,
        failureGroup,
        ...(to ? { destinationId: to } : {}),
      })
      await seedAttempt(client(), id, { outcome: 'failed', errorMessage: message })
    }
    await seed('a', 'failed', 'price 12: expected a number')
    await seed('b', 'failed', 'no answer', destinationId)
    await seed('b', 'retrying', 'no answer', destinationId)
    const event = await seedEvent(client())
    await seedRun(client(), event, { status: 'failed', failureGroup: 'a', copyId: await seedCopy(client(), event) })
    await seedRun(client(), event, { status: 'queued', failureGroup: 'a' })
    expect(await readFailures(client())).toMatchObject({
      failed: { value: 2, precision: 'exact' },
      retrying: { value: 1, precision: 'exact' },
      groups: [
        { id: 'b', title: 'Warehouse', handler: EACH, destinationId, failed: 1, retrying: 1, message: 'no answer' },
        { id: 'a', handler: ONCE, destinationId: null, failed: 1, retrying: 0, message: 'price …: expected a number' },
      ],
    })
  })
})

describe('findings', () => {
  it('are counted by kind and rule where there was news lately, stuck ones however old', async () => {
    await seedEntity(client(), 'order', { findings: ['conflict', 'late_arrival'] })
    await seedEntity(client(), 'order', { findings: ['conflict'] })
    await seedEntity(client(), 'order', { findings: ['conflict'], lastAt: minutesAgo(31 * 24 * 60) })
    await seedEntity(client(), 'order', { findings: ['conflict'], mergedInto: idAt(NOW) })
    await seedEntity(client(), 'shipment', { lastAt: minutesAgo(90 * 24 * 60), stuckAt: minutesAgo(80 * 24 * 60) })
    await seedEntity(client(), 'shipment', { stuckAt: minutesAgo(-60) })
    const exact = (value: number) => ({ value, precision: 'exact' })
    expect(await readFindings(NOW, client())).toEqual([
      { kind: 'order', rule: 'conflict', count: exact(2) },
      { kind: 'order', rule: 'late_arrival', count: exact(1) },
      { kind: 'shipment', rule: 'stuck', count: exact(1) },
    ])
  })

  it('leave out what a store has switched off', async () => {
    const { id } = await client().store.findFirstOrThrow()
    await client().store.update({ where: { id }, data: { timeline: { disabledRules: ['stuck'] } } })
    expect((await readFindings(NOW, client())).map(({ rule }) => rule)).not.toContain('stuck')
  })
})

describe('the queue', () => {
  it('tells what waits from what is held or not due, and since when the oldest waits', async () => {
    await client().run.deleteMany()
    const event = await seedEvent(client())
    const queued = (change: object) =>
      seedEvent(client()).then((id) => seedRun(client(), id, { status: 'queued', ...change }))
    await seedRun(client(), event, { status: 'queued', createdAt: minutesAgo(9) })
    await queued({ held: 'paused', createdAt: minutesAgo(50) })
    await queued({ status: 'retrying', nextAttemptAt: minutesAgo(3), createdAt: minutesAgo(50) })
    await queued({ status: 'retrying', nextAttemptAt: minutesAgo(-3) })
    await queued({ status: 'running' })
    const replay = await client().replay.create({
      data: { id: idAt(NOW), kind: 'run', actor: 'a', handlers: [], excluded: {}, createdAt: minutesAgo(2) },
    })
    await queued({ replayId: replay.id, createdAt: minutesAgo(900) })
    expect(await readQueue(NOW, client())).toMatchObject({
      ...{ waiting: { value: 3, precision: 'exact' }, held: { value: 1, precision: 'exact' }, running: 1 },
      ...{ oldestWaitingAt: minutesAgo(9).toISOString(), oldestEventId: event },
    })
  })

  it('tells what was recorded and not processed, and whether a worker lives', async () => {
    expect(await readQueue(NOW, client())).toMatchObject({ unprocessed: { value: 0 }, workerAliveAt: null })
    const first = minutesAgo(4)
    await client().pendingBatch.create({ data: { eventIds: [idAt(first), idAt(NOW)] } })
    await client().pendingBatch.create({ data: { eventIds: [idAt(NOW)] } })
    await client().worker.create({ data: { id: 'w', beatAt: minutesAgo(1) } })
    expect(await readQueue(NOW, client())).toMatchObject({
      ...{ unprocessed: { value: 3 }, oldestUnprocessedAt: first.toISOString() },
      workerAliveAt: minutesAgo(1).toISOString(),
    })
  })

  it('names what takes no work', async () => {
    await client().target.create({ data: { key: ONCE, pausedAt: minutesAgo(1) } })
    expect((await readQueue(NOW, client())).stopped).toMatchObject([
      { key: ONCE, pausedAt: minutesAgo(1).toISOString(), openedAt: null },
    ])
  })

  it('names a destination that was switched off by itself, and no other that is off', async () => {
    await client().target.deleteMany()
    const gone = await seedDestination(client(), 'Gone')
    await client().destination.update({ where: { id: gone }, data: { enabled: false, disabledReason: 'gone' } })
    const off = await seedDestination(client(), 'Off')
    await client().destination.update({ where: { id: off }, data: { enabled: false } })
    const deleted = await seedDestination(client(), 'Deleted')
    const change = { enabled: false, disabledReason: 'gone', deletedAt: NOW }
    await client().destination.update({ where: { id: deleted }, data: change })
    expect((await readQueue(NOW, client())).stopped).toEqual([
      { key: `${EACH}:${gone}`, title: 'Gone', destinationId: gone, isGone: true, pausedAt: null, openedAt: null },
    ])
    await client().target.create({ data: { key: ONCE, pausedAt: minutesAgo(1) } })
  })
})

it('sums the refusals and tells the last', async () => {
  expect(await readRefusals(client())).toEqual({ count: 0, lastAt: null, lastPath: null })
  await client().refusal.create({ data: { key: 'a', count: 3, lastPath: '/a', lastAt: minutesAgo(9) } })
  await client().refusal.create({ data: { key: 'b', count: 4, lastPath: '/b', lastAt: minutesAgo(5) } })
  expect(await readRefusals(client())).toEqual({ count: 7, lastAt: minutesAgo(5).toISOString(), lastPath: '/b' })
})

it('answers all of it at once, with what is not all right', async () => {
  const overview = await readOverview('7d', client(), NOW)
  expect(overview).toMatchObject({ window: '7d', at: NOW.toISOString(), from: minutesAgo(7 * 24 * 60).toISOString() })
  expect(overview.concerns.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['waiting_long', 'switched_off', 'paused', 'refusals']),
  )
})
