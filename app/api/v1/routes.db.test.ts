import { beforeAll, describe, expect, it, vi } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { ensureFirstAdmin } from '@/lib/auth/first-admin'
import { ROLES, type Role } from '@/lib/auth/schemas'
import { encodeSession } from '@/lib/auth/session'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { createUser } from '@/lib/auth/users'
import { ONCE } from '@/lib/runs/testing'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN })
const SOMEWHERE = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const people = new Map<Role, { id: string; cookie: string }>()

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** A route with the role it asks for. */
type Route = readonly [Method, string, Role, () => Promise<Partial<Record<Method, Handler>>>]

const ROUTES: readonly Route[] = [
  ['GET', 'me', 'viewer', () => import('./me/route')],
  ['GET', 'users', 'admin', () => import('./users/route')],
  ['POST', 'users', 'admin', () => import('./users/route')],
  ['PATCH', 'users/[id]', 'admin', () => import('./users/[id]/route')],
  ['GET', 'sources', 'viewer', () => import('./sources/route')],
  ['POST', 'sources', 'admin', () => import('./sources/route')],
  ['GET', 'sources/[id]', 'viewer', () => import('./sources/[id]/route')],
  ['PATCH', 'sources/[id]', 'admin', () => import('./sources/[id]/route')],
  ['POST', 'sources/[id]/secrets', 'admin', () => import('./sources/[id]/secrets/route')],
  ['DELETE', 'sources/[id]/secrets/[secretId]', 'admin', () => import('./sources/[id]/secrets/[secretId]/route')],
  ['GET', 'overview', 'viewer', () => import('./overview/route')],
  ['GET', 'refusals', 'viewer', () => import('./refusals/route')],
  ['POST', 'samples', 'operator', () => import('./samples/route')],
  ['GET', 'events', 'viewer', () => import('./events/route')],
  ['GET', 'events/export', 'viewer', () => import('./events/export/route')],
  ['GET', 'views', 'viewer', () => import('./views/route')],
  ['GET', 'events/[id]', 'viewer', () => import('./events/[id]/route')],
  ['GET', 'runs/[id]', 'viewer', () => import('./runs/[id]/route')],
  ['GET', 'handlers', 'viewer', () => import('./handlers/route')],
  ['GET', 'handlers/[key]', 'viewer', () => import('./handlers/[key]/route')],
  ['POST', 'handlers/[key]/pause', 'operator', () => import('./handlers/[key]/pause/route')],
  ['POST', 'handlers/[key]/resume', 'operator', () => import('./handlers/[key]/resume/route')],
  ['GET', 'failures', 'viewer', () => import('./failures/route')],
  ['POST', 'events/[id]/replay', 'operator', () => import('./events/[id]/replay/route')],
  ['POST', 'events/[id]/copies', 'operator', () => import('./events/[id]/copies/route')],
  ['POST', 'runs/[id]/replay', 'operator', () => import('./runs/[id]/replay/route')],
  ['GET', 'replays', 'viewer', () => import('./replays/route')],
  ['POST', 'replays', 'operator', () => import('./replays/route')],
  ['POST', 'replays/preview', 'operator', () => import('./replays/preview/route')],
  ['GET', 'replays/[id]', 'viewer', () => import('./replays/[id]/route')],
  ['POST', 'replays/[id]/pause', 'operator', () => import('./replays/[id]/pause/route')],
  ['POST', 'replays/[id]/resume', 'operator', () => import('./replays/[id]/resume/route')],
  ['POST', 'replays/[id]/cancel', 'operator', () => import('./replays/[id]/cancel/route')],
  ['GET', 'deliveries', 'viewer', () => import('./deliveries/route')],
  ['GET', 'deliveries/[id]', 'viewer', () => import('./deliveries/[id]/route')],
  ['GET', 'deliveries/[id]/body', 'viewer', () => import('./deliveries/[id]/body/route')],
  ['POST', 'entities/link', 'operator', () => import('./entities/link/route')],
  ['POST', 'entities/split', 'operator', () => import('./entities/split/route')],
  ['GET', 'rebuilds', 'viewer', () => import('./rebuilds/route')],
  ['POST', 'rebuilds', 'admin', () => import('./rebuilds/route')],
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
    people.set(role, { id, cookie: `next-auth.session-token=${await encodeSession(user)}` })
  }
})

interface Call {
  headers?: Record<string, string>
  params?: Record<string, string>
  query?: string
  body?: unknown
}

async function call([method, path, , load]: Route, { headers, params, query = '', body }: Call = {}) {
  const handler = (await load())[method]
  if (!handler) throw new Error(`${path} has no ${method}`)
  const url = `http://jejak.test/api/v1/${path}${query}`
  const init = {
    method,
    headers: { host: 'jejak.test', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  return handler(new Request(url, init), {
    params: Promise.resolve({ id: SOMEWHERE, secretId: SOMEWHERE, key: ONCE, ...params }),
  })
}

function find(method: Method, path: string) {
  const found = ROUTES.find((entry) => entry[0] === method && entry[1] === path)
  if (!found) throw new Error(`no route ${method} ${path}`)
  return found
}

function named(isMeant: (entry: Route) => boolean) {
  return ROUTES.filter(isMeant).map((entry) => [`${entry[0]} /api/v1/${entry[1]}`, entry] as const)
}

const bearer = (token = TOKEN) => ({ authorization: `Bearer ${token}` })
const session = (role: Role) => ({ cookie: people.get(role)?.cookie ?? '' })

describe.each(named(() => true))('%s', (_, entry) => {
  const [, , minimum] = entry

  it('answers nobody who is not known', async () => {
    const unknown: Record<string, string>[] = [{}, bearer('another-token'), { cookie: 'next-auth.session-token=x' }]
    for (const headers of unknown) {
      const response = await call(entry, { headers })
      expect(response.status).toBe(401)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it(`asks for the role ${minimum}`, async () => {
    for (const role of ROLES) {
      const isEnough = ROLES.indexOf(role) >= ROLES.indexOf(minimum)
      const status = (await call(entry, { headers: session(role) })).status
      if (isEnough) expect(status).not.toBe(403)
      else expect(status).toBe(403)
    }
  })

  it('takes a token', async () => {
    expect([401, 403]).not.toContain((await call(entry, { headers: bearer() })).status)
  })
})

describe.each(named(([method]) => method !== 'GET'))('%s', (_, entry) => {
  it('refuses a browser that another site sends', async () => {
    const from = (site: Record<string, string>) => call(entry, { headers: { ...session('admin'), ...site } })
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await from({ origin: 'http://evil.test' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).not.toBe(403)
  })
})

describe.each(named(([, path]) => path.includes('[id]')))('%s', (_, entry) => {
  it('names id where it is none', async () => {
    const response = await call(entry, { headers: bearer(), params: { id: 'nonsense' } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'id' }] })
  })
})

describe.each(named(([method, path]) => method === 'GET' && !path.includes('[')))('%s', (_, entry) => {
  it('names a parameter that it does not know', async () => {
    const response = await call(entry, { headers: bearer(), query: '?colour=red' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('colour'),
      errors: [{ parameter: 'colour' }],
    })
  })
})

it('tells everybody who they are', async () => {
  const me = find('GET', 'me')
  expect(await (await call(me, { headers: session('viewer') })).json()).toEqual({
    ...{ kind: 'user', email: 'viewer@example.com', name: 'viewer', role: 'viewer' },
  })
  expect(await (await call(me, { headers: bearer() })).json()).toEqual({
    kind: 'token',
    name: 'JEJAK_API_TOKEN',
    role: 'admin',
  })
})

it('takes a source through its life', async () => {
  const headers = bearer()
  const { items } = await (await call(find('GET', 'sources'), { headers })).json()
  const body = { provider: items[0].provider, slug: 'toko-kedua', name: 'Toko Kedua' }
  const made = await call(find('POST', 'sources'), { headers, body })
  expect(made.status).toBe(201)
  const { id } = await made.json()
  expect((await call(find('POST', 'sources'), { headers, body })).status).toBe(409)
  const params = { id }
  const changed = await call(find('PATCH', 'sources/[id]'), {
    headers,
    params,
    body: { rejectedStatus: 200, enabled: false },
  })
  expect(await changed.json()).toMatchObject({ id, rejectedStatus: 200, enabled: false })
  const added = await call(find('POST', 'sources/[id]/secrets'), { headers, params, body: { value: 'a-new-secret' } })
  expect(added.status).toBe(201)
  const secret = await added.json()
  expect(Object.keys(secret).sort()).toEqual(['createdAt', 'hint', 'id'])
  const retire = find('DELETE', 'sources/[id]/secrets/[secretId]')
  expect((await call(retire, { headers, params: { id, secretId: secret.id } })).status).toBe(204)
  expect(await (await call(find('GET', 'sources/[id]'), { headers, params })).json()).toMatchObject({ id, secrets: [] })
})

it('pauses a handler and lets it go on', async () => {
  const headers = session('operator')
  const paused = await (await call(find('POST', 'handlers/[key]/pause'), { headers })).json()
  expect(paused).toMatchObject({ key: ONCE, paused: { actor: 'user:operator@example.com' } })
  const resumed = await (await call(find('POST', 'handlers/[key]/resume'), { headers })).json()
  expect(resumed).toMatchObject({ key: ONCE, paused: null })
  const { items } = await (await call(find('GET', 'handlers'), { headers })).json()
  expect(items[0]).toMatchObject({ key: ONCE, paused: null })
  expect((await call(find('GET', 'handlers/[key]'), { headers, params: { key: 'nobody' } })).status).toBe(404)
  expect((await call(find('GET', 'handlers/[key]'), { headers, params: { key: '%' } })).status).toBe(400)
})

it('never repeats a secret that it refuses', async () => {
  const params = { id: SOMEWHERE }
  const response = await call(find('POST', 'sources/[id]/secrets'), {
    headers: bearer(),
    params,
    body: { value: 'hünter2-hunter2' },
  })
  expect(response.status).toBe(400)
  expect(await response.text()).not.toContain('hunter2')
})

it('counts refusals as numbers', async () => {
  await client().refusal.create({
    data: { key: 'unknown_source', count: 7, lastPath: '/api/webhooks/x', lastAt: new Date(0) },
  })
  const response = await call(find('GET', 'refusals'), { headers: session('viewer') })
  expect(await response.json()).toEqual({
    items: [{ key: 'unknown_source', count: 7, lastPath: '/api/webhooks/x', lastAt: '1970-01-01T00:00:00.000Z' }],
    nextCursor: null,
  })
})

it('gives out a body as bytes that no browser will show', async () => {
  const [id, sourceId] = [SOMEWHERE, '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12']
  const body = Uint8Array.of(0, 255, 60, 115, 99, 114, 105, 112, 116, 62)
  await client().delivery.create({
    data: {
      ...{ id, sourceId, receivedAt: new Date(0), path: '/', headers: '', body, bodyBytes: body.length },
      ...{ verdict: 'rejected', verdictDetail: {}, status: 401 },
    },
  })
  const response = await call(find('GET', 'deliveries/[id]/body'), { headers: session('viewer'), params: { id } })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(body)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="delivery-${id}.bin"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'no-store',
  })
})

describe('set-up', () => {
  const post = async (body: unknown) => {
    const { POST } = await import('./setup/route')
    const request = new Request('http://jejak.test/api/v1/setup', { method: 'POST', body: JSON.stringify(body) })
    return POST(request, { params: Promise.resolve({}) })
  }

  it('makes the first admin once', async () => {
    await client().user.deleteMany()
    const link = await ensureFirstAdmin({ JEJAK_ADMIN_EMAIL: undefined, JEJAK_ADMIN_PASSWORD: undefined }, client())
    const body = {
      token: link.kind === 'link' ? link.token : '',
      email: 'Ayu@Example.com',
      name: 'Ayu',
      password: 'correct horse',
    }
    expect((await post({ ...body, password: 'short' })).status).toBe(400)
    const made = await post(body)
    expect(made.status).toBe(201)
    expect(await made.json()).toMatchObject({ email: 'ayu@example.com', role: 'admin' })
    expect((await post(body)).status).toBe(410)
  })
})

it('answers 503 while the database is away', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { requireActor } = await import('@/lib/auth/actor')
  const { connect } = await import('@/lib/db/client')
  const { route } = await import('@/lib/http/route')
  const nowhere = connect('postgresql://postgres@127.0.0.1:9/nowhere')
  const handler = route(async (request) => Response.json(await requireActor(request, 'viewer', nowhere)))
  const response = await handler(new Request('http://jejak.test/', { headers: bearer() }), {
    params: Promise.resolve({}),
  })
  expect(response.status).toBe(503)
  expect(log).toHaveBeenCalled()
  log.mockRestore()
})
