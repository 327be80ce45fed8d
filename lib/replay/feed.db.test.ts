import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { feedReplay, IN_FLIGHT } from './feed'
import { replayDetail } from './get'
import { getReplay } from './item'
import { orderReplay } from './order'
import { replaySchema } from './schemas'
import { cancelReplay, pauseReplay, resumeReplay } from './steer'
import {
  addDestination,
  addEvent,
  addRun,
  type EventPlan,
  endRuns,
  HANDLERS,
  jobs,
  makeWorld,
  runsIn,
  type World,
} from './testing'

const { client } = useTestDatabase()
let world: World
let count = 0
beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, run, attempt, destination, replay, replay_item CASCADE`
  await client().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  world = await makeWorld(client(), `Toko ${++count}`)
})

const NOW = new Date()
const later = (ms: number) => new Date(NOW.getTime() + ms)
const feed = (id: string, ms = 0) => feedReplay(id, client(), later(ms))
const ordered = (id: string) => runsIn(client(), id, 'ordered')
const waiting = (id: string) => runsIn(client(), id, 'waiting')
const job = async (id: string) => (await jobs(client())).get(`replay-later:${id}`)
const place = async (order: object = {}) =>
  (await orderReplay(replaySchema.parse({ filter: {}, reason: 'mended', ...order }), ADMIN, client(), NOW, HANDLERS)).id

/** A failed run of the handler `first` for each plan, in this order. */
async function failedRuns(...plans: EventPlan[]): Promise<string[]> {
  const ids: string[] = []
  for (const plan of plans) ids.push(await addRun(client(), await addEvent(client(), world, plan), 'first', 'failed'))
  return ids
}

/** Failed runs of one handler, each of an event without a subject, made in one statement. */
async function manyFailedRuns(runs: number): Promise<void> {
  await client().$executeRaw`
    INSERT INTO event (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, received_at, last_received_at, identifiers)
    SELECT gen_random_uuid(), ${world.sourceId}::uuid, 'kurir', 'order.created', n::text, gen_random_uuid(), 'verified', now(), now(), '{}'
    FROM generate_series(1, ${runs}) AS n`
  await client().$executeRaw`
    INSERT INTO run (id, event_id, event_type, target, handler, status, occurred_at)
    SELECT gen_random_uuid(), id, type, 'first', 'first', 'failed', received_at FROM event`
}

describe('a replay', () => {
  it('runs the events of one order one after another, and different orders side by side', async () => {
    const [a1, b1, a2, b2] = await failedRuns(
      { order: 'a', minute: 1 },
      { order: 'b', minute: 2 },
      { order: 'a', minute: 3 },
      { order: 'b', minute: 4 },
    )
    const id = await place()
    await feed(id)
    expect(await ordered(id)).toEqual([a1, b1])
    await endRuns(client(), id, [b1 ?? ''])
    await feed(id)
    expect(await ordered(id)).toEqual([a1, b2])
    await endRuns(client(), id, [a1 ?? ''], 'failed')
    await feed(id)
    expect(await ordered(id)).toEqual([a2, b2])
    expect(await getReplay(id, client())).toMatchObject({ waiting: 2, running: 0, succeeded: 1, failed: 1, total: 4 })
  })

  it('says who ordered it and why, in the place of a retry that was pending, and queues a job', async () => {
    const [id, due] = [await place1(), later(60_000)]
    async function place1() {
      const event = await addEvent(client(), world)
      await addRun(client(), event, 'first', 'retrying', { nextAttemptAt: later(60_000) })
      return place()
    }
    await feed(id)
    const [run] = await client().run.findMany()
    expect(run).toMatchObject({
      ...{ status: 'queued', replayId: id, replayActor: 'token:a test', replayReason: 'mended' },
      ...{ supersededRetryAt: due, nextAttemptAt: null },
    })
    expect((await jobs(client())).has(`run:${run?.id}`)).toBe(true)
  })

  it('is finished when nothing waits and nothing is under way, and keeps how it ended', async () => {
    const [a, b] = await failedRuns({ order: 'a' }, { order: 'b' })
    const id = await place()
    await feed(id)
    await endRuns(client(), id, [a ?? ''])
    await feed(id)
    expect(await getReplay(id, client())).toMatchObject({ status: 'running', finishedAt: null })
    await endRuns(client(), id, [b ?? ''], 'failed')
    await feed(id, 5_000)
    const done = { status: 'finished', finishedAt: later(5_000).toISOString(), succeeded: 1, failed: 1, waiting: 0 }
    expect(await replayDetail(id, client())).toMatchObject({
      ...done,
      failures: [{ runId: b, title: 'first', subject: 'b', message: 'The other side said no.' }],
    })
    await feed(id, 9_000)
    expect(await getReplay(id, client())).toMatchObject(done)
  })

  it('has a bounded number of runs under way, and takes up more before they are all over', async () => {
    await manyFailedRuns(IN_FLIGHT + 150)
    const id = await place()
    await feed(id)
    await feed(id)
    const first = await ordered(id)
    expect(first).toHaveLength(IN_FLIGHT)
    await endRuns(client(), id, first.slice(0, 120))
    await feed(id)
    expect(await ordered(id)).toHaveLength(IN_FLIGHT)
    await endRuns(client(), id, await ordered(id))
    await feed(id)
    expect([(await ordered(id)).length, (await waiting(id)).length]).toEqual([30, 0])
  })

  it('goes on in one lane however many wait in it', async () => {
    await manyFailedRuns(1_200)
    await client().$executeRaw`UPDATE run SET subject = 'order_number:1'`
    const id = await place()
    const seen: string[] = []
    for (let step = 0; step < 3; step++) {
      await feed(id)
      const [run = '', ...more] = await ordered(id)
      expect(more).toEqual([])
      seen.push(run)
      await endRuns(client(), id, [run], 'failed')
    }
    expect(seen).toEqual((await runsIn(client(), id, 'failed')).slice(0, 3))
  })

  it('does the same thing once, however often and by however many it is fed', async () => {
    await failedRuns({ order: 'a' }, { order: 'b' }, { order: 'b', minute: 1 })
    const id = await place({ ratePerSecond: 1000 })
    await Promise.all([feed(id, 50), feed(id, 50), feed(id, 50)])
    await Promise.all([feed(id, 90), feed(id, 90)])
    expect(await ordered(id)).toHaveLength(2)
    const runJobs = [...(await jobs(client())).keys()].filter((key) => key.startsWith('run:'))
    expect(runJobs).toHaveLength(2)
  })

  it('leaves nothing half done where a step fails, and does it the next time', async () => {
    const [run] = await failedRuns({ order: 'a' })
    const id = await place()
    await client().$executeRaw`ALTER TABLE replay_item ADD CONSTRAINT broken CHECK (state <> 'ordered')`
    await expect(feed(id)).rejects.toThrow('broken')
    expect(await client().run.findUniqueOrThrow({ where: { id: run ?? '' } })).toMatchObject({ status: 'failed' })
    expect((await jobs(client())).has(`run:${run}`)).toBe(false)
    await client().$executeRaw`ALTER TABLE replay_item DROP CONSTRAINT broken`
    await feed(id)
    expect(await ordered(id)).toEqual([run])
  })

  it('waits for a run that is at work, and keeps the later ones of its lane behind it', async () => {
    const [a, , b] = await failedRuns({ order: 'a' }, { order: 'a', minute: 1 }, { order: 'b' })
    const id = await place()
    await client().run.update({ where: { id: a ?? '' }, data: { status: 'running' } })
    await feed(id)
    expect(await ordered(id)).toEqual([b])
    expect(await job(id)).toEqual(later(1_000))
    await client().run.update({ where: { id: a ?? '' }, data: { status: 'failed' } })
    await feed(id)
    expect((await ordered(id)).sort()).toEqual([a, b].sort())
  })

  it('waits for a run that another replay has ordered', async () => {
    const [run] = await failedRuns({ order: 'a' })
    const [one, two] = [await place(), await place()]
    await feed(one)
    await feed(two)
    expect([await ordered(one), await ordered(two)]).toEqual([[run], []])
    await endRuns(client(), one, [run ?? ''], 'failed')
    await feed(two)
    expect(await ordered(two)).toEqual([run])
  })

  it('gives up runs of a destination that was deleted since', async () => {
    const key = await addDestination(client(), world)
    const event = await addEvent(client(), world)
    await addRun(client(), event, key, 'failed')
    const id = await place()
    await client().destination.updateMany({ data: { deletedAt: NOW } })
    await feed(id)
    await feed(id)
    expect(await getReplay(id, client())).toMatchObject({ status: 'finished', cancelled: 1, total: 1 })
  })
})

describe('a replay with a rate', () => {
  it('starts no more than that per second, and comes back when the next is due', async () => {
    await manyFailedRuns(10)
    const id = await place({ ratePerSecond: 2 })
    await feed(id)
    expect(await ordered(id)).toHaveLength(1)
    expect(await job(id)).toEqual(later(500))
    await feed(id, 400)
    expect(await ordered(id)).toHaveLength(1)
    await feed(id, 1_000)
    expect(await ordered(id)).toHaveLength(3)
    expect(await job(id)).toEqual(later(1_500))
    await feed(id, 60_000)
    expect(await ordered(id)).toHaveLength(6)
  })
})

describe('a replay that is steered', () => {
  it('orders nothing while it is paused, and goes on where it stopped', async () => {
    const [a, b] = await failedRuns({ order: 'a' }, { order: 'a', minute: 1 })
    const id = await place()
    await feed(id)
    expect(await pauseReplay(id, ADMIN, client())).toMatchObject({ status: 'paused', waiting: 2 })
    await endRuns(client(), id, [a ?? ''])
    await feed(id)
    expect(await waiting(id)).toEqual([b])
    await client().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    expect(await resumeReplay(id, ADMIN, client())).toMatchObject({ status: 'running', succeeded: 1, waiting: 1 })
    expect((await jobs(client())).has(`replay:${id}`)).toBe(true)
    await feed(id)
    expect(await ordered(id)).toEqual([b])
  })

  it('gives up what waits when it is cancelled, and lets finish what was ordered', async () => {
    const [a, b] = await failedRuns({ order: 'a' }, { order: 'a', minute: 1 })
    const id = await place()
    await feed(id)
    expect(await cancelReplay(id, ADMIN, client(), NOW)).toMatchObject({
      ...{ status: 'cancelled', finishedAt: NOW.toISOString(), cancelled: 1, waiting: 1 },
    })
    await endRuns(client(), id, [a ?? ''])
    await feed(id)
    expect(await getReplay(id, client())).toMatchObject({ status: 'cancelled', succeeded: 1, cancelled: 1, waiting: 0 })
    expect(await client().run.findUniqueOrThrow({ where: { id: b ?? '' } })).toMatchObject({ status: 'failed' })
  })

  it('takes with it, when cancelled, the runs that were made for it and no others', async () => {
    const [old, fresh] = [
      await addEvent(client(), world, { minute: 1 }),
      await addEvent(client(), world, { minute: 2 }),
    ]
    const own = await addRun(client(), fresh, 'first', 'queued')
    await client().$executeRaw`SELECT graphile_worker.add_job('execute_run', '{}', job_key => ${`run:${own}`})`
    const id = await place({ handlers: ['first'] })
    await cancelReplay(id, ADMIN, client(), NOW)
    const runs = await client().run.findMany({ orderBy: { occurredAt: 'asc' } })
    expect(runs.map(({ eventId, status }) => [eventId, status])).toEqual([
      [old, 'cancelled'],
      [fresh, 'queued'],
    ])
  })

  it('refuses in words what its state does not allow, and audits what is done', async () => {
    await failedRuns({})
    const id = await place()
    await expect(resumeReplay(id, ADMIN, client())).rejects.toMatchObject({
      code: 'conflict',
      message: 'This replay cannot be resumed: it is under way.',
    })
    await pauseReplay(id, ADMIN, client())
    await expect(pauseReplay(id, ADMIN, client())).rejects.toThrow('it is paused')
    await resumeReplay(id, ADMIN, client())
    await cancelReplay(id, ADMIN, client())
    for (const steer of [pauseReplay, resumeReplay, cancelReplay]) {
      await expect(steer(id, ADMIN, client())).rejects.toThrow('it was cancelled')
    }
    await expect(pauseReplay(world.storeId, ADMIN, client())).rejects.toMatchObject({ code: 'not_found' })
    const audits = await client().auditEntry.findMany({ where: { target: `replay:${id}` }, orderBy: { id: 'asc' } })
    expect(audits.map(({ action }) => action)).toEqual([
      ...['replay.ordered', 'replay.paused', 'replay.resumed', 'replay.cancelled'],
    ])
  })
})
