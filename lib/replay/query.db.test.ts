import { beforeEach, expect, it } from 'vitest'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { indexEntry } from '@/lib/search/testing/seed-items'
import { orderReplay } from './order'
import { previewReplay } from './preview'
import { previewSchema, replaySchema } from './schemas'
import { addDestination, addEvent, addRejected, addRun, HANDLERS, makeWorld, runsIn, type World } from './testing'

const { client } = useTestDatabase()
let world: World
let count = 0
beforeEach(async () => {
  await client().$executeRaw`TRUNCATE event, run, delivery, search_entry, replay, replay_item, pending_index CASCADE`
  world = await makeWorld(client(), `Toko ${++count}`)
})

const NOW = new Date()
const place = (filter: object) =>
  orderReplay(replaySchema.parse({ reason: 'mended', filter }), ADMIN, client(), NOW, HANDLERS)

const preview = (filter: object, longestMs?: number) =>
  previewReplay(previewSchema.parse({ filter }), client(), NOW, HANDLERS, longestMs)

/** An event with a run of the first handler and what is found in it; answers the run. */
async function indexed(text: string, status: string): Promise<string> {
  const event = await addEvent(client(), world)
  await indexEntry(client(), event, text, JSON.stringify({ data: { courier: text } }))
  return addRun(client(), event, 'first', status)
}

it('takes what a query finds, by the content too', async () => {
  const wanted = await indexed('jne', 'failed')
  await indexed('jne', 'succeeded')
  await indexed('sicepat', 'failed')
  for (const q of ['status:failed data.courier:JNE', 'status:failed jne', '-status:succeeded -sicepat']) {
    const { id } = await place({ q })
    expect(await runsIn(client(), id, 'waiting'), q).toEqual([wanted])
    await client().$executeRaw`TRUNCATE replay, replay_item CASCADE`
  }
})

it('leaves out the runs that a negated term names, of events that have others too', async () => {
  const event = await addEvent(client(), world)
  await addRun(client(), event, 'first', 'failed')
  await addRun(client(), event, await addDestination(client(), world), 'succeeded')
  const other = await addRun(client(), await addEvent(client(), world), 'first', 'failed')
  const { id } = await place({ q: 'status:failed -handler:forward' })
  expect(await runsIn(client(), id, 'waiting')).toEqual([other])
})

it('keeps the query as it is to be asked later, with its times in full', async () => {
  await indexed('jne', 'failed')
  const dayAgo = new Date(NOW.getTime() - 86_400_000).toISOString()
  expect((await place({ q: 'status:failed   received:>24h' })).filter).toEqual({
    q: `status:failed received:>${dayAgo}`,
  })
  await client().$executeRaw`TRUNCATE replay, replay_item CASCADE`
  expect((await place({ q: 'status:failed   jne' })).filter).toEqual({ q: 'status:failed   jne' })
})

it('refuses a query with faults, and counts the rejected deliveries that match as left out', async () => {
  await expect(place({ q: 'status:broken' })).rejects.toMatchObject({ code: 'invalid_request' })
  await indexed('jne', 'failed')
  await addRejected(client(), world)
  const { excluded } = await place({ q: '-type:nothing', rejected: 'include' })
  expect(excluded).toMatchObject([{ reason: 'rejected', runs: 1 }])
})

it('tells of how many events the content is not known yet, where the query asks for content', async () => {
  await indexed('jne', 'failed')
  const late = await addEvent(client(), world)
  await addRun(client(), late, 'first', 'failed')
  await client().pendingIndex.create({ data: { ids: [late] } })
  for (const q of ['jne', 'data.courier:JNE', '-sicepat'])
    expect(await preview({ q }), q).toMatchObject({ runs: 1, waiting: 1 })
  expect(await preview({ q: 'status:failed' })).toMatchObject({ runs: 2, waiting: 0 })
  expect(await preview({ status: 'failed' })).toMatchObject({ runs: 2, waiting: 0 })
})

it('says how to narrow a query on content that takes too long, and waits for any other', async () => {
  await indexed('jne', 'failed')
  const patient = await client().$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE run IN ACCESS EXCLUSIVE MODE`
    const waits = preview({ q: 'status:failed' }, 50)
    await expect(preview({ q: 'jne' }, 100)).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('received:>7d'),
      extra: { errors: [{ parameter: 'filter.q' }] },
    })
    return { waits }
  })
  expect(await patient.waits).toMatchObject({ runs: 1 })
})
