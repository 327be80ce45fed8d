import { Webhook } from 'standardwebhooks'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { ROLES, type Role } from '@/lib/auth/schemas'
import { encodeSession } from '@/lib/auth/session'
import { ADMIN, dumpDatabase, useTestDatabase } from '@/lib/auth/testing'
import { createUser } from '@/lib/auth/users'
import { startReceiver } from '@/lib/handlers/forward/testing'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN, JEJAK_FORWARD_ALLOW: '127.0.0.1' })
const SOMEWHERE = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const cookies = new Map<Role, string>()

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type Route = readonly [Method, string, Role, () => Promise<Partial<Record<Method, Handler>>>]

const ROUTES: readonly Route[] = [
  ['GET', '', 'viewer', () => import('./route')],
  ['POST', '', 'operator', () => import('./route')],
  ['GET', '/[id]', 'viewer', () => import('./[id]/route')],
  ['PATCH', '/[id]', 'operator', () => import('./[id]/route')],
  ['DELETE', '/[id]', 'operator', () => import('./[id]/route')],
  ['POST', '/[id]/secret', 'operator', () => import('./[id]/secret/route')],
  ['POST', '/[id]/test', 'operator', () => import('./[id]/test/route')],
]

beforeAll(async () => {
  await seedApiToken(TOKEN, client())
  await ensureDefaultSources(client())
  for (const role of ROLES) {
    const { id } = await createUser(
      { email: `${role}@example.com`, name: role, role, password: 'correct horse' },
      ADMIN,
      client(),
    )
    const user = await client().user.findUniqueOrThrow({ where: { id } })
    cookies.set(role, `next-auth.session-token=${await encodeSession(user)}`)
  }
})

beforeEach(async () => {
  await client().destination.deleteMany()
})

interface Call {
  headers?: Record<string, string>
  id?: string
  query?: string
  body?: unknown
}

async function call(method: Method, path: string, { headers = bearer, id = SOMEWHERE, query = '', body }: Call = {}) {
  const route = ROUTES.find((entry) => entry[0] === method && entry[1] === path)
  const handler = route && (await route[3]())[method]
  if (!handler) throw new Error(`no route ${method} ${path}`)
  const init = { method, headers: { host: 'jejak.test', ...headers } }
  const request = new Request(`http://jejak.test/api/v1/destinations${path}${query}`, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return handler(request, { params: Promise.resolve({ id }) })
}

function named(isMeant: (route: Route) => boolean) {
  return ROUTES.filter(isMeant).map((entry) => [`${entry[0]} /api/v1/destinations${entry[1]}`, entry] as const)
}

const bearer = { authorization: `Bearer ${TOKEN}` }
const session = (role: Role) => ({ cookie: cookies.get(role) ?? '' })

async function create(body: object): Promise<{ id: string; secret: string }> {
  const response = await call('POST', '', { body: { name: 'Gudang', ...body } })
  expect(response.status).toBe(201)
  return response.json()
}

describe.each(named(() => true))('%s', (_, [method, path, minimum]) => {
  it(`asks for the role ${minimum}`, async () => {
    expect((await call(method, path, { headers: {} })).status).toBe(401)
    for (const role of ROLES) {
      const isEnough = ROLES.indexOf(role) >= ROLES.indexOf(minimum)
      const { status } = await call(method, path, { headers: session(role) })
      if (isEnough) expect([401, 403]).not.toContain(status)
      else expect(status).toBe(403)
    }
  })
})

describe.each(named(([method]) => method !== 'GET'))('%s', (_, [method, path]) => {
  it('refuses a browser that another site sends', async () => {
    const headers = { ...session('admin'), 'sec-fetch-site': 'cross-site' }
    expect((await call(method, path, { headers })).status).toBe(403)
  })
})

describe.each(named(([, path]) => path !== ''))('%s', (_, [method, path]) => {
  it('knows no destination that there is not', async () => {
    expect((await call(method, path, { id: 'nonsense' })).status).toBe(400)
    const body = method === 'PATCH' ? {} : undefined
    expect((await call(method, path, { body })).status).toBe(404)
  })
})

it('takes a destination through its life', async () => {
  const url = 'https://shop.example/hook'
  const { id, secret } = await create({ url, headers: { 'X-Key': 'tall-mountain-88' }, sources: ['default'] })
  expect(secret).toMatch(/^whsec_/)
  const list = await (await call('GET', '')).json()
  expect(list).toMatchObject({ items: [{ id, url, headers: { 'X-Key': '••••••••' } }], nextCursor: null })
  const changed = await call('PATCH', '/[id]', { id, body: { enabled: false, timeoutMs: 500 } })
  expect(await changed.json()).toMatchObject({ id, enabled: false, timeoutMs: 500 })
  const renewed = await (await call('POST', '/[id]/secret', { id })).json()
  expect(renewed).toMatchObject({ id, secret: expect.stringMatching(/^whsec_/) })
  expect(renewed.secret).not.toBe(secret)
  const shown = await (await call('GET', '/[id]', { id })).text()
  for (const hidden of ['tall-mountain', secret.slice(6), renewed.secret.slice(6), '"secret"']) {
    expect(shown).not.toContain(hidden)
  }
  expect((await call('DELETE', '/[id]', { id })).status).toBe(204)
  expect((await call('GET', '/[id]', { id })).status).toBe(404)
  expect(await (await call('GET', '')).json()).toEqual({ items: [], nextCursor: null })
})

it.each([
  [{ url: 'ftp://shop.example' }, 'url'],
  [{ url: 'https://shop.example', headers: { Host: 'x' } }, 'headers'],
  [{ url: 'https://shop.example', providers: ['nobody'] }, 'providers.0'],
  [{ url: 'https://shop.example', sources: ['nowhere'] }, 'sources.0'],
  [{ url: 'https://shop.example', colour: 'red' }, 'colour'],
])('names what is wrong with %j', async (body, parameter) => {
  const response = await call('POST', '', { body: { name: 'Gudang', ...body } })
  expect(response.status).toBe(400)
  const { errors } = await response.json()
  expect(errors[0].parameter.startsWith(parameter)).toBe(true)
})

it.each([{ 'X-Key': 'tall-mountain-88\n' }, { Host: 'tall-mountain-88' }, { a: 'tall-mountain-88', A: 'x' }])(
  'never repeats a header value of %j, which it refuses',
  async (headers) => {
    const response = await call('POST', '', { body: { name: 'Gudang', url: 'https://shop.example', headers } })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('tall-mountain')
  },
)

it('names a parameter of the list that it does not know', async () => {
  const response = await call('GET', '', { query: '?colour=red' })
  expect(await response.json()).toMatchObject({ errors: [{ parameter: 'colour' }] })
})

describe('a test', () => {
  it('sends a signed event and shows what came back', async () => {
    const receiver = await startReceiver((response) => response.writeHead(201, { 'set-cookie': 'a=b' }).end('hello'))
    const { id, secret } = await create({ url: receiver.url, headers: { 'X-Key': 'tall-mountain-88' }, enabled: false })
    const response = await call('POST', '/[id]/test', { id })
    expect(response.status).toBe(200)
    const shown = await response.json()
    expect(shown).toMatchObject({
      ...{
        outcome: 'succeeded',
        durationMs: expect.any(Number),
        error: null,
        result: expect.stringMatching(/^201 in/),
      },
      request: { method: 'POST', url: receiver.url },
      response: { status: 201, body: 'hello', truncated: false },
    })
    expect(shown.response.headers).toContainEqual(['set-cookie', '••••••••'])
    expect(JSON.stringify(shown)).not.toContain('tall-mountain')
    const [got] = receiver.received
    const headers = Object.fromEntries(Object.entries(got?.headers ?? {}).map(([name, value]) => [name, String(value)]))
    expect(new Webhook(secret).verify(got?.body ?? '', headers)).toMatchObject({ type: 'jejak.test' })
    expect(got?.headers).toMatchObject({ 'jejak-event-type': 'jejak.test', 'x-key': 'tall-mountain-88' })
    const [entry] = await client().auditEntry.findMany({ where: { action: 'destination.tested' } })
    expect(entry).toMatchObject({ target: `destination:${id}`, detail: { outcome: 'succeeded', status: 201 } })
    expect(await dumpDatabase(client())).not.toContain('tall-mountain')
  })

  it('shows why it failed, and changes nothing', async () => {
    const receiver = await startReceiver((response) => response.writeHead(410).end())
    const { id } = await create({ url: receiver.url })
    expect(await (await call('POST', '/[id]/test', { id })).json()).toMatchObject({
      ...{
        outcome: 'failed',
        error: { message: expect.stringContaining('410'), stack: null },
        response: { status: 410 },
      },
    })
    expect(await (await call('GET', '/[id]', { id })).json()).toMatchObject({ enabled: true })
    const { id: slow } = await create({ url: (await startReceiver(() => {})).url, timeoutMs: 100 })
    expect(await (await call('POST', '/[id]/test', { id: slow })).json()).toMatchObject({
      ...{ outcome: 'timed_out', error: { name: 'TimeoutError' }, response: null },
    })
    const { id: inside } = await create({ url: 'http://10.0.0.7/' })
    expect(await (await call('POST', '/[id]/test', { id: inside })).json()).toMatchObject({
      ...{ outcome: 'failed', error: { message: expect.stringContaining('JEJAK_FORWARD_ALLOW') }, response: null },
    })
  })
})
