import { beforeAll, describe, expect, it } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import { ROLES, type Role } from '@/lib/auth/schemas'
import { encodeSession } from '@/lib/auth/session'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { createUser } from '@/lib/auth/users'
import { ensureDefaultSources } from '@/lib/sources/ensure-defaults'
import { KIND_NAMES, KINDS } from '@/lib/timeline/kinds'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN })
const ID = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const cookies = new Map<Role, string>()

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
type Route = readonly [method: 'GET' | 'PATCH', path: string, role: Role, load: () => Promise<Handler>]

const ROUTES: readonly Route[] = [
  ['GET', '[kinds]', 'viewer', async () => (await import('./[kinds]/route')).GET],
  ['GET', '[kinds]/[id]', 'viewer', async () => (await import('./[kinds]/[id]/route')).GET],
  ['GET', '[kinds]/[id]/timeline', 'viewer', async () => (await import('./[kinds]/[id]/timeline/route')).GET],
  ['GET', 'lookup', 'viewer', async () => (await import('./lookup/route')).GET],
  ['GET', 'stores', 'viewer', async () => (await import('./stores/route')).GET],
  ['PATCH', 'stores/[id]', 'admin', async () => (await import('./stores/[id]/route')).PATCH],
]

beforeAll(async () => {
  await seedApiToken(TOKEN, client())
  await ensureDefaultSources(client())
  for (const role of ROLES) {
    const person = { email: `${role}@example.com`, name: role, role, password: 'correct horse' }
    const { id } = await createUser(person, ADMIN, client())
    const user = await client().user.findUniqueOrThrow({ where: { id } })
    cookies.set(role, `next-auth.session-token=${await encodeSession(user)}`)
  }
  const { id: storeId } = await client().store.findFirstOrThrow()
  const times = { firstAt: new Date(0), lastAt: new Date(0) }
  await client().entity.create({
    data: {
      ...{ id: ID, storeId, kind: 'order', label: '1001', state: 'packed', providers: [], fields: {}, ...times },
      ...{ lastType: 'order.packed', mentions: 1, findings: [] },
    },
  })
  const naming = await client().naming.create({
    data: { storeId, kind: 'order', names: ['order_number:1001/A'], entityId: ID, firstEntityId: ID, ...times },
  })
  await client().namingName.create({ data: { storeId, name: 'order_number:1001/A', namingId: naming.id } })
})

interface Call {
  headers?: Record<string, string>
  params?: Record<string, string>
  query?: string
  body?: unknown
}

async function call(path: string, { headers, params, query = '', body }: Call = {}): Promise<Response> {
  const found = ROUTES.find((route) => route[1] === path)
  if (!found) throw new Error(`no route ${path}`)
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const request = new Request(`http://jejak.test/api/v1/${path}${query}`, {
    ...{ method: found[0], headers: { host: 'jejak.test', ...headers }, ...sent },
  })
  return (await found[3]())(request, { params: Promise.resolve({ kinds: 'orders', id: ID, ...params }) })
}

const bearer = { authorization: `Bearer ${TOKEN}` }
const session = (role: Role) => ({ cookie: cookies.get(role) ?? '' })

describe.each(ROUTES.map((route) => [`${route[0]} /api/v1/${route[1]}`, route] as const))('%s', (_, route) => {
  const [, path, minimum] = route

  it('answers nobody who is not known', async () => {
    const response = await call(path)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  it(`asks for the role ${minimum}`, async () => {
    for (const role of ROLES) {
      const isEnough = ROLES.indexOf(role) >= ROLES.indexOf(minimum)
      expect((await call(path, { headers: session(role) })).status === 403).toBe(!isEnough)
    }
  })
})

describe.each(ROUTES.filter(([method]) => method === 'GET').map((route) => [route[1]]))('GET /api/v1/%s', (path) => {
  it('names a parameter that it does not know', async () => {
    const response = await call(path, { headers: bearer, query: '?colour=red' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ parameter: 'colour' })]),
    })
  })
})

it.each(KIND_NAMES.map((kind) => KINDS[kind].path))('lists /api/v1/%s', async (kinds) => {
  const response = await call('[kinds]', { headers: bearer, params: { kinds } })
  expect(response.status).toBe(200)
  const { items } = await response.json()
  expect(items.map(({ id }: { id: string }) => id)).toEqual(kinds === 'orders' ? [ID] : [])
})

it.each(['[kinds]', '[kinds]/[id]', '[kinds]/[id]/timeline'])(
  'says what there is where %s is no kind',
  async (path) => {
    for (const kinds of ['order', 'messages', 'toString']) {
      const response = await call(path, { headers: bearer, params: { kinds } })
      expect(response.status).toBe(404)
      expect((await response.json()).detail).toContain('orders, customers, shipments')
    }
  },
)

it('gives one by its id or an identifier, whether or not that still is as the URL spells it', async () => {
  for (const id of [ID, '1001/a', '%231001%2FA']) {
    const response = await call('[kinds]/[id]', { headers: session('viewer'), params: { id } })
    expect(await response.json()).toMatchObject({ id: ID, kind: 'order', label: '1001' })
    const timeline = await call('[kinds]/[id]/timeline', { headers: session('viewer'), params: { id } })
    expect(await timeline.json()).toEqual({ items: [], nextCursor: null })
  }
  const nobody = await call('[kinds]/[id]', { headers: bearer, params: { id: '4040' } })
  expect(nobody.status).toBe(404)
  expect((await nobody.json()).detail).toContain('"4040"')
})

it('looks up what was pasted', async () => {
  const response = await call('lookup', { headers: session('viewer'), query: '?q=1001%2Fa' })
  expect(await response.json()).toMatchObject({ items: [{ kind: 'order', id: ID, path: `/orders/${ID}` }] })
  expect((await call('lookup', { headers: bearer })).status).toBe(400)
})

it('changes the rules of a store’s timelines', async () => {
  const { items } = await (await call('stores', { headers: session('viewer') })).json()
  const [{ id }] = items
  const timeline = { lateAfterMinutes: 30, stuckAfterHours: { 'order.packed': null }, disabledRules: ['conflict'] }
  const patch = (body: unknown) => call('stores/[id]', { headers: session('admin'), params: { id }, body })
  expect(await (await patch({ timeline })).json()).toMatchObject({ id, timeline })
  expect((await patch({ timeline: { lateAfterMinutes: -1 } })).status).toBe(400)
  expect((await patch({ name: 'Toko' })).status).toBe(400)
  expect((await call('stores/[id]', { headers: session('admin'), body: { timeline } })).status).toBe(404)
})
