import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { EACH, ONCE, seedAttempt, seedCopy, seedDestination, seedEvent, seedRun } from '@/lib/runs/testing'
import { eventDetail } from './detail'
import { type EventDetail, eventsQuerySchema } from './schemas'
import { searchEvents } from './search'

const { client } = useTestDatabase()
const search = (query: Record<string, unknown>) => searchEvents(eventsQuerySchema.parse(query), client())
const found = async (query: Record<string, unknown>) => (await search(query)).items.map(({ id }) => id)

beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, delivery, run, attempt, event_copy, destination`
})

describe('events by their runs', () => {
  it('are found by status, by handler and by destination', async () => {
    const destinationId = await seedDestination(client(), 'Warehouse')
    const [a, b, c] = [await seedEvent(client()), await seedEvent(client()), await seedEvent(client())]
    await seedRun(client(), a, { status: 'failed' })
    await seedRun(client(), b, { destinationId, status: 'retrying' })
    await seedRun(client(), c, { status: 'succeeded' })
    expect(await found({ status: 'failed' })).toEqual([a])
    expect(await found({ status: 'succeeded' })).toEqual([c])
    expect(await found({ status: 'failed,retrying' })).toEqual([b, a])
    expect(await found({ status: 'running' })).toEqual([])
    expect(await found({ handler: ONCE })).toEqual([c, a])
    expect(await found({ handler: EACH })).toEqual([b])
    expect(await found({ handler: `${EACH}:${destinationId}` })).toEqual([b])
  })

  it('must have one run that fits all that is asked', async () => {
    const destinationId = await seedDestination(client(), 'Warehouse')
    const [mixed, both] = [await seedEvent(client()), await seedEvent(client())]
    await seedRun(client(), mixed, { status: 'failed', failureGroup: 'g1' })
    await seedRun(client(), mixed, { destinationId, status: 'succeeded' })
    await seedRun(client(), both, { status: 'succeeded' })
    await seedRun(client(), both, { destinationId, status: 'failed', failureGroup: 'g2' })
    expect(await found({ status: 'failed', handler: EACH })).toEqual([both])
    expect(await found({ status: 'failed', handler: ONCE })).toEqual([mixed])
    expect(await found({ failure: 'g1' })).toEqual([mixed])
    expect(await found({ failure: 'g1', handler: EACH })).toEqual([])
  })

  it('are found by their group of failures until they are made again', async () => {
    const [failed, again] = [await seedEvent(client()), await seedEvent(client())]
    await seedRun(client(), failed, { status: 'failed', failureGroup: 'g1' })
    await seedRun(client(), again, { status: 'queued', failureGroup: 'g1' })
    expect(await found({ failure: 'g1' })).toEqual([failed])
  })

  it('are not found by the runs of a changed copy, and do not show them', async () => {
    const event = await seedEvent(client())
    const genuine = await seedRun(client(), event, { status: 'succeeded' })
    await seedRun(client(), event, {
      copyId: await seedCopy(client(), event),
      status: 'failed',
      failureGroup: 'g1',
    })
    expect(await found({ status: 'failed' })).toEqual([])
    expect(await found({ failure: 'g1' })).toEqual([])
    const { items } = await search({ status: 'succeeded' })
    expect(items[0]?.runs.map(({ id }) => id)).toEqual([genuine])
  })

  it('come page by page, each once, the newest first, and within a time', async () => {
    const events: string[] = []
    for (let index = 0; index < 7; index += 1) {
      const event = await seedEvent(client())
      await seedRun(client(), event, { status: index % 2 === 0 ? 'failed' : 'succeeded' })
      if (index % 2 === 0) events.unshift(event)
    }
    for (const asked of [{ status: 'failed' }, { status: 'failed,queued' }, { status: 'failed', handler: ONCE }]) {
      const first = await search({ ...asked, limit: 3 })
      expect(first.items.map(({ id }) => id)).toEqual(events.slice(0, 3))
      const second = await search({ ...asked, limit: 3, cursor: first.nextCursor })
      expect(second).toMatchObject({ items: [{ id: events[3] }], nextCursor: null })
    }
    expect(await found({ status: 'failed', from: '1h' })).toEqual(events)
    expect(await found({ status: 'failed', to: '1h' })).toEqual([])
    expect(await found({ status: 'failed', after: events[1] })).toContain(events[0])
  })

  it('leave rejected deliveries out, which have none', async () => {
    const event = await seedEvent(client())
    await seedRun(client(), event, { status: 'failed' })
    const { sourceId } = await client().event.findUniqueOrThrow({ where: { id: event } })
    await client().delivery.create({
      data: {
        ...{ id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12', sourceId, receivedAt: new Date(), path: '/', headers: '' },
        ...{ body: new Uint8Array(), bodyBytes: 0, verdict: 'rejected', verdictDetail: {}, status: 401 },
      },
    })
    const all = await search({ rejected: 'include' })
    expect(all.items.map(({ kind, runs }) => [kind, runs.length])).toEqual([
      ['event', 1],
      ['rejected', 0],
    ])
    expect(await found({ rejected: 'include', status: 'failed' })).toEqual([event])
    await expect(search({ verdict: 'rejected', status: 'failed' })).rejects.toThrow('a rejected delivery is never run')
  })
})

it('refuses a handler that there is not, and takes one that is gone but did something', async () => {
  await expect(search({ handler: 'nobody' })).rejects.toThrow('handler: expected one of')
  await expect(search({ handler: `${EACH}:019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12` })).rejects.toThrow('handler: expected')
  const event = await seedEvent(client())
  await seedAttempt(client(), await seedRun(client(), event, { handler: 'old-one' }))
  expect((await search({ handler: 'old-one' })).items).toMatchObject([{ id: event, runs: [{ title: 'old-one' }] }])
})

it('answers events by their ids', async () => {
  const [a, , c] = [await seedEvent(client()), await seedEvent(client()), await seedEvent(client())]
  expect(await found({ ids: `${a},${c}` })).toEqual([c, a])
})

it('shows the runs of each event in the order of the handlers, then by name', async () => {
  const [b, a] = [await seedDestination(client(), 'Bravo'), await seedDestination(client(), 'Alfa')]
  const [event, other] = [await seedEvent(client()), await seedEvent(client())]
  await seedRun(client(), event, { destinationId: b, status: 'queued', held: 'paused' })
  await seedRun(client(), event, { destinationId: a, status: 'retrying', nextAttemptAt: new Date(0) })
  await seedRun(client(), event, { status: 'failed' })
  const { items } = await search({})
  expect(items.map(({ id, runs }) => [id, runs.length])).toEqual([
    [other, 0],
    [event, 3],
  ])
  expect(items[1]?.runs).toMatchObject([
    { handler: ONCE, status: 'failed', destinationId: null },
    { title: 'Alfa', destinationId: a, status: 'retrying', nextAttemptAt: '1970-01-01T00:00:00.000Z' },
    { title: 'Bravo', handler: EACH, status: 'queued', held: 'paused' },
  ])
})

describe('one event', () => {
  const detail = async (id: string, role: 'viewer' | 'operator') =>
    JSON.parse((await eventDetail(id, role, client())) ?? '') as EventDetail

  it('has its runs with their attempts, and those of its changed copies by themselves', async () => {
    const event = await seedEvent(client())
    const genuine = await seedRun(client(), event, { status: 'failed' })
    await seedAttempt(client(), genuine, { outcome: 'failed', errorName: 'Error', errorMessage: 'no' })
    const copy = await seedCopy(client(), event, '{"a":"é"}')
    const edited = await seedRun(client(), event, { copyId: copy })
    expect(await detail(event, 'viewer')).toMatchObject({
      runs: [{ id: genuine, edited: null, attempts: [{ number: 1, outcome: 'failed', error: { message: 'no' } }] }],
      copies: [
        {
          id: copy,
          body: '{"a":"é"}',
          reason: 'a test',
          runs: [{ id: edited, edited: { id: copy, reason: 'a test' } }],
        },
      ],
      payload: { a: 1 },
    })
  })

  it('keeps the stack from viewers', async () => {
    const event = await seedEvent(client())
    const run = await seedRun(client(), event, { status: 'failed' })
    await seedAttempt(client(), run, { outcome: 'failed', errorMessage: 'no', errorStack: 'at line one' })
    expect((await detail(event, 'operator')).runs[0]?.attempts[0]?.error?.stack).toBe('at line one')
    expect(await eventDetail(event, 'viewer', client())).not.toContain('at line one')
  })
})
