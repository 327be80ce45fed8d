import { beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { parseQuery } from '@/lib/search/language/parse'
import { failureGroup } from '@/lib/worker/failure-shape'
import { feedReplay } from './feed'
import { replayDetail } from './get'
import { orderReplay } from './order'
import { replaySchema } from './schemas'
import { addDestination, addEvent, addRun, endRuns, HANDLERS, makeWorld, runsIn, type World } from './testing'

const { client } = useTestDatabase()
let world: World
let count = 0
beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, run, attempt, destination, target, replay, replay_item CASCADE`
  world = await makeWorld(client(), `Toko ${++count}`)
})

const NOW = new Date()
const place = async (order: object) =>
  (await orderReplay(replaySchema.parse({ reason: 'mended', ...order }), ADMIN, client(), NOW, HANDLERS)).id
const stop = (key: string, change: object) => client().target.create({ data: { key, ...change } })
const termsOf = (q: string | undefined) => {
  const { terms, faults } = parseQuery(q ?? '')
  expect(faults).toEqual([])
  return terms.map(({ term }) => term)
}

/** Events, each with a run of a target that failed with a message of one kind; answers the events. */
async function failed(events: number, target: string, status = 'failed'): Promise<string[]> {
  const ids: string[] = []
  for (let number = 1; number <= events; number++) {
    const event = await addEvent(client(), world)
    const message = `price ${number}: expected a number`
    const failureGroupId = status === 'failed' ? failureGroup(target, message) : null
    const run = await addRun(client(), event, target, status, { failureGroup: failureGroupId })
    await client().$executeRaw`
      INSERT INTO attempt (id, run_id, target, number, trigger, worker, started_at, duration_ms, outcome, error_message)
      VALUES (gen_random_uuid(), ${run}::uuid, ${target}, 1, 'automatic', 'test', now(), 1, 'failed', ${message})`
    ids.push(event)
  }
  return ids
}

describe('what a replay waits for', () => {
  it('is told for each handler and destination that is stopped, with the runs that wait for it', async () => {
    const probeAt = new Date(NOW.getTime() + 60_000)
    const off = await addDestination(client(), world, { name: 'Off', enabled: false })
    const resting = await addDestination(client(), world, { name: 'Resting' })
    const fine = await addDestination(client(), world, { name: 'Fine' })
    await stop('first', { pausedAt: NOW, openedAt: NOW, probeAt })
    await stop(resting, { openedAt: NOW, probeAt })
    await stop(off, { pausedAt: NOW })
    await stop('second', { failures: 2 })
    for (const [events, target] of [
      [3, off],
      [2, resting],
      [1, 'first'],
      [1, 'second'],
      [1, fine],
    ] as const)
      await failed(events, target)
    const id = await place({ filter: { status: 'failed' } })
    const idOf = (key: string) => key.slice('forward:'.length)
    const expected = [
      { key: off, title: 'Off', destinationId: idOf(off), runs: 3, held: 'disabled', nextAttemptAt: null },
      {
        ...{ key: resting, title: 'Resting', destinationId: idOf(resting), runs: 2, held: 'circuit' },
        nextAttemptAt: probeAt.toISOString(),
      },
      { key: 'first', title: 'first', destinationId: null, runs: 1, held: 'paused', nextAttemptAt: null },
    ]
    expect((await replayDetail(id, client())).held).toEqual(expected)
    await feedReplay(id, client(), NOW)
    expect((await replayDetail(id, client())).held).toEqual(expected)
  })

  it('is nothing where all is over, or at work', async () => {
    await stop('first', { openedAt: NOW })
    await failed(1, 'first')
    const id = await place({ filter: { status: 'failed' } })
    await feedReplay(id, client(), NOW)
    await client().run.updateMany({ data: { status: 'running' } })
    expect((await replayDetail(id, client())).held).toEqual([])
    await endRuns(client(), id, await runsIn(client(), id, 'ordered'))
    await feedReplay(id, client(), NOW)
    expect(await replayDetail(id, client())).toMatchObject({ status: 'finished', held: [] })
  })
})

describe('the events of a replay', () => {
  it('are asked for one by one, and what they failed with is still known once all succeeded', async () => {
    const events = await failed(50, 'first')
    await failed(1, 'second')
    const failure = failureGroup('first', 'price 1: expected a number')
    const id = await place({ filter: { failure } })
    await feedReplay(id, client(), NOW)
    await client().run.updateMany({ data: { status: 'succeeded', failureGroup: null } })
    const detail = await replayDetail(id, client())
    expect(detail.askedFailures).toEqual([{ id: failure, target: 'first', message: 'price …: expected a number' }])
    expect(detail.events?.isExact).toBe(true)
    expect(termsOf(detail.events?.q)).toMatchObject([{ key: 'id', values: events.toSorted() }])
  })

  it('are asked for by where they went where there are more, not by how their runs stood', async () => {
    await failed(51, 'first')
    const failure = failureGroup('first', 'price 1: expected a number')
    const id = await place({ filter: { q: `failure:${failure} type:order.* -status:succeeded` } })
    const { events, createdAt } = await replayDetail(id, client())
    expect(events?.isExact).toBe(false)
    expect(termsOf(events?.q)).toMatchObject([
      { key: 'type', values: ['order.*'] },
      { key: 'handler', op: 'is', values: ['first'] },
      { key: 'received', op: 'lte', values: [createdAt] },
    ])
  })

  it('cannot be asked for where many were selected by hand', async () => {
    const events = await failed(51, 'first')
    const id = await place({ eventIds: events })
    expect((await replayDetail(id, client())).events).toBeNull()
  })
})
