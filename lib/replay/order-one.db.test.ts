import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { replayEdited } from './edit'
import { feedReplay } from './feed'
import { listReplays } from './list'
import { replayEvent, replayRun } from './order-one'
import {
  addDestination,
  addEvent,
  addRejected,
  addRun,
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
  await client().$executeRaw`TRUNCATE event, run, delivery, destination, replay, replay_item, event_copy CASCADE`
  world = await makeWorld(client(), `Toko ${++count}`)
})

const NOW = new Date()
const NOBODY = '018f0000-0000-7000-8000-000000000000'
const one = (runId: string, reason?: string) => replayRun(runId, { reason }, ADMIN, client(), HANDLERS)
const all = (eventId: string, handler?: string) => replayEvent(eventId, { handler }, ADMIN, client(), NOW, HANDLERS)
const conflict = (words: string) => ({ code: 'conflict', message: expect.stringContaining(words) })

describe('a run', () => {
  it('is ordered by one click, with or without a reason, although a later event succeeded', async () => {
    const early = await addEvent(client(), world, { minute: 1, order: '1' })
    await addRun(client(), await addEvent(client(), world, { minute: 2, order: '1' }), 'first', 'succeeded')
    const run = await addRun(client(), early, 'first', 'failed')
    const item = await one(run)
    expect(item).toMatchObject({ kind: 'run', total: 1, waiting: 1, reason: null, status: 'running' })
    expect((await jobs(client())).has(`replay:${item.id}`)).toBe(true)
    await feedReplay(item.id, client(), NOW)
    expect(await runsIn(client(), item.id, 'ordered')).toEqual([run])
    await endRuns(client(), item.id, [run])
    expect(await one(run, 'once more')).toMatchObject({ reason: 'once more' })
  })

  it('is refused in words while it is at work, while its replay is under way, and when its target is gone', async () => {
    const event = await addEvent(client(), world)
    await expect(one(await addRun(client(), event, 'first', 'running'))).rejects.toMatchObject(
      conflict('at work just now'),
    )
    const run = await addRun(client(), event, 'second', 'failed')
    const { id } = await one(run)
    await expect(one(run)).rejects.toMatchObject({ ...conflict('under way already'), extra: { replayId: id } })
    await feedReplay(id, client(), NOW)
    await expect(one(run)).rejects.toMatchObject(conflict('under way already'))
    const key = await addDestination(client(), world, { deletedAt: NOW })
    await expect(one(await addRun(client(), event, key, 'failed'))).rejects.toMatchObject(conflict('was deleted'))
    await expect(one(NOBODY)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is one replay where two people click at the same moment', async () => {
    const run = await addRun(client(), await addEvent(client(), world), 'first', 'failed')
    const results = await Promise.allSettled([one(run), one(run), one(run)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('an event', () => {
  it('has all its runs ordered, or those of one handler', async () => {
    const event = await addEvent(client(), world)
    const runs = [
      await addRun(client(), event, 'first', 'failed'),
      await addRun(client(), event, 'second', 'succeeded'),
    ]
    const { id } = await all(event, 'second')
    expect(await runsIn(client(), id, 'waiting')).toEqual([runs[1]])
    await feedReplay(id, client(), NOW)
    await endRuns(client(), id, [runs[1] ?? ''])
    const both = await all(event)
    expect(both).toMatchObject({ kind: 'event', total: 2, includeStale: true })
    expect((await runsIn(client(), both.id, 'waiting')).sort()).toEqual(runs.sort())
    await expect(all(event)).rejects.toMatchObject(conflict('under way already'))
    expect(await client().replay.count()).toBe(2)
  })

  it('without runs gets one of every target that subscribes and is switched on', async () => {
    const event = await addEvent(client(), world, { type: 'awb.update' })
    const on = await addDestination(client(), world)
    await addDestination(client(), world, { enabled: false })
    expect(await all(event)).toMatchObject({ total: 2 })
    const made = await client().run.findMany({ orderBy: { target: 'asc' } })
    expect(made.map(({ target }) => target)).toEqual([on, 'second'])
  })

  it('gets the run that a named handler has not made yet', async () => {
    const event = await addEvent(client(), world)
    await addRun(client(), event, 'first', 'succeeded')
    expect(await all(event, 'second')).toMatchObject({ total: 1, handlers: ['second'] })
    expect(await client().run.count()).toBe(2)
  })

  it('is refused in words where there is nothing to do', async () => {
    const event = await addEvent(client(), world, { type: 'awb.update' })
    await expect(all(event, 'first')).rejects.toMatchObject(conflict('does not subscribe'))
    await expect(replayEvent(event, {}, ADMIN, client(), NOW, [])).rejects.toMatchObject(
      conflict('there is no handler'),
    )
    await addRun(client(), event, 'second', 'running')
    await expect(all(event)).rejects.toMatchObject(conflict('at work just now'))
    await expect(all(event, 'nobody')).rejects.toMatchObject({ code: 'invalid_request' })
    await expect(all(NOBODY)).rejects.toMatchObject({ code: 'not_found' })
    const rejected = await addRejected(client(), world)
    await expect(all(rejected)).rejects.toMatchObject(conflict('A rejected delivery cannot be replayed: '))
    expect(await client().replay.count()).toBe(0)
  })
})

describe('an edited copy', () => {
  const edit = (eventId: string, handlers: string[]) =>
    replayEdited(eventId, { body: '{"n":"é"}', handlers, reason: 'a typo' }, ADMIN, client(), HANDLERS)

  it('goes to the chosen targets at once, in runs of its own, and leaves the event as it is', async () => {
    const event = await addEvent(client(), world)
    const genuine = await addRun(client(), event, 'first', 'failed')
    const before = await client().run.findUniqueOrThrow({ where: { id: genuine } })
    const key = await addDestination(client(), world)
    const { copyId, runIds } = await edit(event, ['first', key])
    const runs = await client().run.findMany({ where: { copyId }, orderBy: { target: 'asc' } })
    expect(runs.map(({ target, status }) => [target, status])).toEqual([
      ['first', 'queued'],
      [key, 'queued'],
    ])
    expect(runIds.sort()).toEqual(runs.map(({ id }) => id).sort())
    for (const id of runIds) expect((await jobs(client())).has(`run:${id}`)).toBe(true)
    const copy = await client().eventCopy.findUniqueOrThrow({ where: { id: copyId } })
    expect(copy).toMatchObject({ eventId: event, actor: 'token:a test', reason: 'a typo' })
    expect(new TextDecoder().decode(copy.body)).toBe('{"n":"é"}')
    expect(await client().run.findUniqueOrThrow({ where: { id: genuine } })).toEqual(before)
    expect(await client().auditEntry.count({ where: { target: `event:${event}`, action: 'event.edited' } })).toBe(1)
    const { id } = await all(event)
    expect(await runsIn(client(), id, 'waiting')).toEqual([genuine])
  })

  it('is refused where nobody takes it, and of a rejected delivery', async () => {
    const event = await addEvent(client(), world, { type: 'awb.update' })
    await expect(edit(event, ['first'])).rejects.toMatchObject(conflict('None of the chosen'))
    expect(await client().eventCopy.count()).toBe(0)
    await expect(edit(event, ['nobody'])).rejects.toMatchObject({ code: 'invalid_request' })
    const rejected = await addRejected(client(), world)
    await expect(edit(rejected, ['first'])).rejects.toMatchObject(conflict('A rejected delivery cannot be edited'))
    await expect(edit(NOBODY, ['first'])).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('replays are listed the newest first, page by page', async () => {
  const ids: string[] = []
  for (let index = 0; index < 3; index++) {
    ids.unshift((await one(await addRun(client(), await addEvent(client(), world), 'first', 'failed'))).id)
  }
  const page = await listReplays({ limit: 2 }, client())
  expect(page.items.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  const rest = await listReplays({ limit: 2, cursor: page.nextCursor ?? undefined }, client())
  expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([ids.slice(2), null])
})
