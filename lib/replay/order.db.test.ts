import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { orderReplay } from './order'
import { previewReplay } from './preview'
import { type Exclusion, previewSchema, type ReplayPreview, replaySchema } from './schemas'
import { addDestination, addEvent, addRejected, addRun, HANDLERS, jobs, makeWorld, runsIn, type World } from './testing'

const { client } = useTestDatabase()
let world: World
let count = 0
beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, run, delivery, destination, target, replay, replay_item CASCADE`
  world = await makeWorld(client(), `Toko ${++count}`)
})

const NOW = new Date()
const preview = (order: object) => previewReplay(previewSchema.parse(order), client(), NOW, HANDLERS)
const place = (order: object) =>
  orderReplay(replaySchema.parse({ reason: 'mended', ...order }), ADMIN, client(), NOW, HANDLERS)
const leftOut = ({ excluded }: Pick<ReplayPreview, 'excluded'>) =>
  Object.fromEntries(excluded.map(({ reason, runs }) => [reason, runs])) as Record<Exclusion, number>

/** What the preview promises is what the order does. */
async function both(order: object) {
  const seen = await preview(order)
  const item = await place(order)
  expect(item).toMatchObject({ total: seen.runs, excluded: seen.excluded, waiting: seen.runs, status: 'running' })
  const runs = await runsIn(client(), item.id, 'waiting')
  expect(runs).toHaveLength(seen.runs)
  return { seen, item, runs }
}

describe('an order of events by their ids', () => {
  it('takes only the runs in the states that it asks for, in the order in which the events occurred', async () => {
    const late = await addEvent(client(), world, { minute: 2 })
    const early = await addEvent(client(), world, { minute: 1 })
    const failed = await Promise.all([early, late].map((id) => addRun(client(), id, 'first', 'failed')))
    await addRun(client(), early, 'second', 'succeeded')
    const untouched = await addEvent(client(), world)
    const { seen, runs } = await both({ eventIds: [late, early, untouched], status: ['failed'] })
    expect(seen).toMatchObject({ events: 2, runs: 2, excluded: [] })
    expect(runs).toEqual(failed)
  })

  it('makes no run that was not there where it asks for a state', async () => {
    const event = await addEvent(client(), world)
    const order = { eventIds: [event], status: ['failed'], handlers: ['first'] }
    await expect(place(order)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses a state beside a filter, which has its own', async () => {
    expect(() => previewSchema.parse({ filter: {}, status: ['failed'] })).toThrow('within the filter')
  })
})

describe('an order by filter', () => {
  it('takes the runs with the status and handler that the filter asks for, and no others', async () => {
    const [one, two] = [await addEvent(client(), world), await addEvent(client(), world)]
    const failed = await addRun(client(), one, 'first', 'failed')
    await addRun(client(), one, 'second', 'succeeded')
    const other = await addRun(client(), two, 'second', 'failed')
    const { seen, runs } = await both({ filter: { status: 'failed' } })
    expect(seen).toMatchObject({ events: 2, runs: 2, excluded: [] })
    expect(seen.targets.map(({ key, title, runs }) => [key, title, runs])).toEqual([
      ['first', 'First', 1],
      ['second', 'Second', 1],
    ])
    expect(runs.sort()).toEqual([failed, other].sort())
    const key = await addDestination(client(), world)
    const sent = await addRun(client(), two, key, 'failed')
    expect((await both({ filter: { status: 'failed', handler: 'forward' } })).runs).toEqual([sent])
    expect((await both({ filter: { status: 'failed', handler: key } })).runs).toEqual([sent])
    expect((await both({ filter: { status: 'failed' }, handlers: ['first'] })).runs).toEqual([failed])
  })

  it('never takes the run of an edited copy', async () => {
    const event = await addEvent(client(), world)
    await addRun(client(), event, 'first', 'failed', { copyId: event })
    await expect(place({ filter: { status: 'failed' } })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is kept as it can be asked again, with its times in full, and audited with its reason', async () => {
    await addRun(client(), await addEvent(client(), world), 'first', 'failed')
    const item = await place({
      filter: { status: 'failed,retrying', from: '24h' },
      handlers: ['first'],
      ratePerSecond: 5,
    })
    const from = new Date(NOW.getTime() - 86_400_000).toISOString()
    expect(item).toMatchObject({
      ...{ kind: 'filter', filter: { status: 'failed,retrying', from }, handlers: ['first'], ratePerSecond: 5 },
      ...{ reason: 'mended', actor: 'token:a test', finishedAt: null, excluded: [] },
    })
    const audit = await client().auditEntry.findFirstOrThrow({ where: { target: `replay:${item.id}` } })
    expect(audit).toMatchObject({ action: 'replay.ordered', detail: { runs: 1, events: 1, reason: 'mended' } })
    expect((await jobs(client())).has(`replay:${item.id}`)).toBe(true)
  })

  it('puts runs in the order in which their events occurred, not in which they came', async () => {
    const late = await addEvent(client(), world, { minute: 9, order: '1' })
    const early = await addEvent(client(), world, { minute: 1, order: '1' })
    const middle = await addEvent(client(), world, { minute: 5, order: '2' })
    const ids = await Promise.all([early, middle, late].map((id) => addRun(client(), id, 'first', 'failed')))
    const { item, runs } = await both({ filter: {} })
    expect(runs).toEqual(ids)
    const items = await client().replayItem.findMany({ where: { replayId: item.id }, orderBy: { position: 'asc' } })
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(items.map(({ lane }) => lane)).toEqual([
      'first|order_number:1',
      'first|order_number:2',
      'first|order_number:1',
    ])
  })

  it('of 20,000 runs is written without loading them', async () => {
    const made = await client().$executeRaw`
      INSERT INTO event (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, received_at, last_received_at, identifiers)
      SELECT gen_random_uuid(), ${world.sourceId}::uuid, 'kurir', 'order.created', n::text, gen_random_uuid(), 'verified', now(), now(), '{}'
      FROM generate_series(1, 20000) AS n`
    await client().$executeRaw`
      INSERT INTO run (id, event_id, event_type, target, handler, status, occurred_at)
      SELECT gen_random_uuid(), id, type, 'first', 'first', 'failed', received_at FROM event`
    const statements: string[] = []
    const watched = client().$extends({
      query: {
        async $allOperations({ operation, args, query }) {
          const result = await query(args)
          if (Array.isArray(result)) statements.push(`${operation} ${result.length}`)
          return result
        },
      },
    })
    const order = replaySchema.parse({ filter: { status: 'failed' }, reason: 'mended' })
    const item = await orderReplay(order, ADMIN, watched as unknown as ReturnType<typeof client>, NOW, HANDLERS)
    expect(item).toMatchObject({ total: made, waiting: made })
    expect(Math.max(...statements.map((line) => Number(line.split(' ')[1])))).toBeLessThan(10)
    expect(statements.length).toBeGreaterThan(2)
    expect(statements.length).toBeLessThan(20)
  })
})

describe('an order leaves out', () => {
  it('a run that a later event of the same subject overtook in the same handler, unless asked for', async () => {
    const early = await addEvent(client(), world, { minute: 1, order: '1' })
    const late = await addEvent(client(), world, { minute: 2, order: '1' })
    const run = await addRun(client(), early, 'first', 'failed')
    const apart = await addRun(client(), early, 'second', 'failed')
    await addRun(client(), late, 'first', 'succeeded')
    const { seen, runs } = await both({ filter: { status: 'failed' } })
    expect([runs, leftOut(seen)]).toEqual([[apart], { stale: 1 }])
    const { seen: all, runs: with_ } = await both({ filter: { status: 'failed' }, includeStale: true })
    expect([with_.sort(), leftOut(all)]).toEqual([[run, apart].sort(), {}])
  })

  it('nothing because an earlier event succeeded, a later one failed, or one of another order or store succeeded', async () => {
    const early = await addEvent(client(), world, { minute: 1, order: '1' })
    const event = await addEvent(client(), world, { minute: 2, order: '1' })
    const late = await addEvent(client(), world, { minute: 3, order: '1' })
    await addRun(client(), early, 'first', 'succeeded')
    const run = await addRun(client(), event, 'first', 'failed')
    await addRun(client(), late, 'first', 'cancelled')
    await addRun(client(), late, 'first', 'succeeded', { copyId: late })
    await addRun(client(), await addEvent(client(), world, { minute: 3, order: '2' }), 'first', 'succeeded')
    const other = await makeWorld(client(), `Toko lain ${count}`)
    await addRun(client(), await addEvent(client(), other, { minute: 3, order: '1' }), 'first', 'succeeded')
    const { seen, runs } = await both({ filter: { status: 'failed' } })
    expect([runs, leftOut(seen)]).toEqual([[run], {}])
  })

  it('a run that is at work, or ordered already', async () => {
    const event = await addEvent(client(), world)
    await addRun(client(), event, 'first', 'running')
    await addRun(client(), event, 'second', 'queued', { replayId: event })
    const waiting = await addRun(client(), await addEvent(client(), world), 'first', 'queued')
    const { seen, runs } = await both({ filter: {} })
    expect([runs, leftOut(seen)]).toEqual([[waiting], { running: 2 }])
  })

  it('runs of deleted destinations and of handlers that are not there any more', async () => {
    const event = await addEvent(client(), world)
    const live = await addDestination(client(), world)
    const deleted = await addDestination(client(), world, { deletedAt: new Date() })
    const run = await addRun(client(), event, live, 'failed')
    await addRun(client(), event, deleted, 'failed')
    await addRun(client(), event, 'formerly', 'failed')
    const { seen, runs } = await both({ filter: { status: 'failed' } })
    expect([runs, leftOut(seen)]).toEqual([[run], { gone: 2 }])
    expect((await both({ filter: { status: 'failed' }, handlers: ['forward'] })).seen.excluded).toMatchObject([
      { reason: 'gone', runs: 1, explanation: expect.stringContaining('deleted') },
    ])
  })

  it('rejected deliveries, by filter and by id', async () => {
    const rejected = await addRejected(client(), world)
    const event = await addEvent(client(), world)
    await addRun(client(), event, 'first', 'failed')
    expect(leftOut((await both({ filter: { verdict: 'verified,rejected' } })).seen)).toEqual({ rejected: 1 })
    const { seen } = await both({ filter: { rejected: 'include' } })
    expect([seen.matching, seen.events, leftOut(seen)]).toEqual([2, 1, { rejected: 1 }])
    expect(leftOut((await both({ eventIds: [event, rejected] })).seen)).toEqual({ rejected: 1 })
    expect(await preview({ filter: { status: 'failed', rejected: 'include' } })).toMatchObject({
      runs: 1,
      excluded: [],
    })
    await expect(place({ filter: { verdict: 'rejected' } })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('A rejected delivery cannot be replayed'),
      extra: { excluded: [{ reason: 'rejected', runs: 1 }] },
    })
  })

  it('events that no handler has taken', async () => {
    const event = await addEvent(client(), world)
    expect(await preview({ eventIds: [event] })).toMatchObject({ runs: 0, excluded: [{ reason: 'no_run', runs: 1 }] })
  })
})

describe('an order that names targets', () => {
  it('gives a new destination the old events that it subscribes to', async () => {
    const old = await addEvent(client(), world, { type: 'order.created', order: '7' })
    const other = await addEvent(client(), world, { type: 'awb.update' })
    const key = await addDestination(client(), world, { eventTypes: ['order.*'] })
    const { seen, item, runs } = await both({ filter: {}, handlers: [key] })
    expect([seen.matching, seen.runs, leftOut(seen)]).toEqual([2, 1, { no_run: 1 }])
    const made = await client().run.findMany({ where: { target: key } })
    expect(made).toMatchObject([{ id: runs[0], eventId: old, status: 'queued', subject: 'order_number:7' }])
    expect((await jobs(client())).has(`run:${runs[0]}`)).toBe(false)
    expect(await client().run.count({ where: { eventId: other } })).toBe(0)
    expect(item.handlers).toEqual([key])
  })

  it('holds back an old event of which the new destination has had a later one, and makes no run of it', async () => {
    const old = await addEvent(client(), world, { minute: 1, order: '7' })
    const key = await addDestination(client(), world)
    const late = await addEvent(client(), world, { minute: 2, order: '7' })
    await addRun(client(), late, key, 'succeeded')
    expect(await preview({ eventIds: [old], handlers: [key] })).toMatchObject({
      runs: 0,
      excluded: [{ reason: 'stale' }],
    })
    await expect(place({ eventIds: [old], handlers: [key] })).rejects.toMatchObject({ code: 'conflict' })
    expect(await client().run.count({ where: { eventId: old } })).toBe(0)
    expect((await both({ eventIds: [old], handlers: [key], includeStale: true })).runs).toHaveLength(1)
  })

  it('agrees with the worker about who subscribes, and about what an event is about', async () => {
    const elsewhere = await makeWorld(client(), `Toko lain ${count}`)
    const plans = [{}, { type: 'awb.update' }, { type: 'order.created', order: '5' }, { type: 'orders' }]
    for (const plan of plans) await addEvent(client(), world, plan)
    await addEvent(client(), elsewhere, { order: '5' })
    await client().event.updateMany({
      where: { type: 'awb.update' },
      data: { subjectKind: 'shipment', identifiers: ['order_number:5', 'inbound_id:77', 'outbound_id:78'] },
    })
    for (const more of [
      { eventTypes: ['order.*'] },
      { eventTypes: ['awb.update', 'orders'] },
      { providers: ['nobody'] },
      { sourceIds: [world.sourceId] },
      { sourceIds: [elsewhere.sourceId] },
      { enabled: false },
    ]) {
      await addDestination(client(), world, more)
    }
    const { seen } = await both({ filter: {}, handlers: HANDLERS.map(({ name }) => name) })
    const runs = await client().run.findMany()
    expect(runs).toHaveLength(seen.runs)
    for (const { key, runs: promised } of seen.targets) {
      expect(runs.filter(({ target }) => target === key)).toHaveLength(promised)
    }
    const again = await preview({ filter: {}, handlers: HANDLERS.map(({ name }) => name), includeStale: true })
    expect([again.runs, leftOut(again)]).toEqual([seen.runs, leftOut(seen)])
    const late = await addEvent(client(), world, { type: 'awb.update', minute: 60 })
    const shipment = { subjectKind: 'shipment', identifiers: ['inbound_id:77'] }
    await client().event.update({ where: { id: late }, data: shipment })
    const [run] = runs.filter(({ subject, target }) => subject === 'kurir/inbound_id:77' && target === 'second')
    await addRun(client(), late, 'second', 'succeeded', { subject: run?.subject ?? null })
    await client().run.deleteMany({ where: { id: run?.id ?? late } })
    const overtaken = await preview({ filter: { type: 'awb.update', to: '2100-01-01' }, handlers: ['second'] })
    expect(leftOut(overtaken)).toEqual({ stale: 1 })
  })

  it('makes none where the filter asks for runs in a status', async () => {
    await addEvent(client(), world)
    expect(await preview({ filter: { status: 'failed' }, handlers: ['first'] })).toMatchObject({
      runs: 0,
      excluded: [],
    })
  })

  it.each([
    [{ filter: {}, handlers: ['nobody'] }, 'handlers: expected handlers or destinations that there are (first, second'],
    [{ eventIds: ['018f0000-0000-7000-8000-000000000000'] }, 'eventIds: expected ids of events'],
    [{ filter: { provider: 'nobody' } }, 'provider: expected one of'],
  ])('refuses what there is not: %j', async (order, words) => {
    for (const ask of [preview, place]) {
      await expect(ask(order)).rejects.toMatchObject({
        code: 'invalid_request',
        message: expect.stringContaining(words),
      })
    }
  })
})

it('a preview tells where runs would wait', async () => {
  const key = await addDestination(client(), world, { enabled: false })
  const event = await addEvent(client(), world)
  for (const target of [key, 'first', 'second']) await addRun(client(), event, target, 'failed')
  await client().target.create({ data: { key: 'first', pausedAt: new Date() } })
  await client().target.create({ data: { key: 'second', openedAt: new Date() } })
  const { targets } = await preview({ filter: {} })
  expect(targets.map(({ held }) => held)).toEqual(['paused', 'circuit', 'disabled'])
})
