import { beforeAll, expect, it } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { useTestDatabase } from '@/lib/auth/testing'
import { handlers } from '@/lib/handlers/registry'
import { addEvent, addRejected, addRun, makeWorld, type World } from '@/lib/replay/testing'
import { POST as copyPost } from '../events/[id]/copies/route'
import { POST as eventPost } from '../events/[id]/replay/route'
import { POST as runPost } from '../runs/[id]/replay/route'
import { POST as cancelPost } from './[id]/cancel/route'
import { GET as getOne } from './[id]/route'
import { POST as previewPost } from './preview/route'
import { GET as list, POST as order } from './route'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN })
const handler = handlers.find(({ perDestination }) => !perDestination)?.name ?? ''
let world: World
beforeAll(async () => {
  await seedApiToken(TOKEN, client())
  world = await makeWorld(client())
})

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
async function call(route: Route, body?: unknown, id = '') {
  const method = body === undefined ? 'GET' : 'POST'
  const text = body === undefined || body === '' ? {} : { body: JSON.stringify(body) }
  const headers = { host: 'jejak.test', authorization: `Bearer ${TOKEN}` }
  const request = new Request('http://jejak.test/api/v1/replays', { method, headers, ...text })
  const response = await route(request, { params: Promise.resolve({ id }) })
  return { status: response.status, body: await response.json() }
}

it('takes a replay from its preview to its end', async () => {
  const event = await addEvent(client(), world)
  const run = await addRun(client(), event, handler, 'failed')
  const filter = { status: 'failed', from: '24h' }
  const preview = await call(previewPost, { filter })
  expect(preview).toMatchObject({
    status: 200,
    body: { events: 1, runs: 1, targets: [{ key: handler }], excluded: [] },
  })
  expect(await call(order, { filter })).toMatchObject({ status: 400, body: { errors: [{ parameter: 'reason' }] } })
  const ordered = await call(order, { filter, reason: 'mended' })
  expect(ordered).toMatchObject({ status: 202, body: { status: 'running', total: 1, actor: 'token:JEJAK_API_TOKEN' } })
  const { id } = ordered.body
  expect(await call(getOne, undefined, id)).toMatchObject({ status: 200, body: { id, waiting: 1, failures: [] } })
  expect((await call(list)).body).toMatchObject({ items: [{ id }], nextCursor: null })
  expect(await call(cancelPost, '', id)).toMatchObject({ status: 200, body: { status: 'cancelled', cancelled: 1 } })
  expect(await call(cancelPost, '', id)).toMatchObject({ status: 409 })
  expect(await call(runPost, '', run)).toMatchObject({ status: 202, body: { kind: 'run', reason: null } })
  expect(await call(runPost, '', run)).toMatchObject({ status: 409 })
})

it('refuses an order without anything, or with both a filter and ids', async () => {
  for (const body of [{}, { filter: {}, eventIds: [world.storeId] }]) {
    expect(await call(previewPost, body)).toMatchObject({
      ...{ status: 400, body: { detail: expect.stringContaining('either filter or eventIds') } },
    })
  }
})

it('says of a rejected delivery that it cannot be replayed', async () => {
  const id = await addRejected(client(), world)
  const { status, body } = await call(eventPost, { handler }, id)
  expect([status, body.detail]).toEqual([409, expect.stringMatching(/^A rejected delivery cannot be replayed: /)])
})

it('takes an edited copy as long as any body may be', async () => {
  const event = await addEvent(client(), world)
  const body = '\u0001'.repeat(400_000)
  const answer = await call(copyPost, { body, handlers: [handler], reason: 'a try' }, event)
  expect(answer).toMatchObject({ status: 202, body: { copyId: expect.any(String), runIds: [expect.any(String)] } })
  expect(await client().run.count({ where: { eventId: event, copyId: null } })).toBe(0)
})
