import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedApiToken } from '@/lib/auth/api-token'
import type { Role } from '@/lib/auth/schemas'
import { encodeSession } from '@/lib/auth/session'
import { ADMIN, useTestDatabase } from '@/lib/auth/testing'
import { createUser } from '@/lib/auth/users'
import type { ViewItem } from '@/lib/views/schemas'
import { DELETE, PATCH } from './[id]/route'
import { GET, POST } from './route'

const TOKEN = 'a-token-for-the-tests'
const { client } = useTestDatabase({ JEJAK_API_TOKEN: TOKEN })
const script = { authorization: `Bearer ${TOKEN}` }
const people = new Map<string, { id: string; cookie: string }>()

beforeAll(async () => {
  await seedApiToken(TOKEN, client())
  const roles: Record<string, Role> = { vera: 'viewer', vito: 'viewer', opal: 'operator', ada: 'admin' }
  for (const [name, role] of Object.entries(roles)) {
    const input = { email: `${name}@example.com`, name, role, password: 'correct horse' }
    const { id } = await createUser(input, ADMIN, client())
    const user = await client().user.findUniqueOrThrow({ where: { id } })
    people.set(name, { id, cookie: `next-auth.session-token=${await encodeSession(user)}` })
  }
})

beforeEach(async () => {
  await client().savedView.deleteMany()
  await client().auditEntry.deleteMany()
})

function as(name: string) {
  return { cookie: people.get(name)?.cookie ?? '', origin: 'http://jejak.test' }
}

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', headers: object, { id = '', body = {} } = {}) {
  const sent = method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }
  const request = new Request(`http://jejak.test/api/v1/views/${id}`, {
    ...{ method, ...sent },
    headers: { host: 'jejak.test', ...headers },
  })
  const context = { params: Promise.resolve({ id }) }
  const response = await { GET, POST, PATCH, DELETE }[method](request, context)
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

async function save(name: string, body: object): Promise<ViewItem> {
  const answer = await call('POST', as(name), { body })
  expect(answer).toMatchObject({ status: 201 })
  return answer.body
}

async function names(headers: object): Promise<string[]> {
  return (await call('GET', headers)).body.items.map((view: ViewItem) => view.name)
}

describe('what one sees', () => {
  it('is what one saved and what is shared, by name; a token sees what is shared', async () => {
    await save('vera', { name: 'my failures', query: 'status:failed' })
    await save('vito', { name: 'his own', query: 'type:order.*' })
    await save('opal', { name: 'All rejected', query: 'verdict:rejected', shared: true })
    expect(await names(as('vera'))).toEqual(['All rejected', 'my failures'])
    expect(await names(as('vito'))).toEqual(['All rejected', 'his own'])
    expect(await names(as('ada'))).toEqual(['All rejected'])
    expect(await names(script)).toEqual(['All rejected'])
  })

  it('says of each whose it is', async () => {
    await save('opal', { name: 'shared', query: '', shared: true })
    const { body } = await call('GET', as('vera'))
    expect(body.items[0]).toMatchObject({ owner: 'opal', isMine: false, shared: true, pinned: true, columns: [] })
    expect((await call('GET', as('opal'))).body.items[0].isMine).toBe(true)
  })

  it('is nothing of another person, neither to change nor to remove, whatever the role', async () => {
    const { id } = await save('vera', { name: 'mine', query: '' })
    for (const method of ['PATCH', 'DELETE'] as const) {
      expect(await call(method, as('ada'), { id, body: { name: 'taken' } })).toMatchObject({ status: 404 })
    }
    expect(await client().savedView.count()).toBe(1)
  })
})

describe('sharing', () => {
  it('needs an operator, for a new view and for one that there is', async () => {
    expect(await call('POST', as('vera'), { body: { name: 'a', query: '', shared: true } })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('operator') },
    })
    const { id } = await save('vera', { name: 'a', query: '' })
    expect(await call('PATCH', as('vera'), { id, body: { shared: true } })).toMatchObject({ status: 403 })
    expect((await client().savedView.findUniqueOrThrow({ where: { id } })).shared).toBe(false)
  })

  it('lets an operator change and remove what another shared, and a viewer neither', async () => {
    const { id } = await save('ada', { name: 'ours', query: '', shared: true })
    expect(await call('PATCH', as('vera'), { id, body: { pinned: false } })).toMatchObject({ status: 403 })
    expect(await call('DELETE', as('vera'), { id })).toMatchObject({ status: 403 })
    expect(await call('PATCH', as('opal'), { id, body: { name: 'all of ours' } })).toMatchObject({
      status: 200,
      body: { name: 'all of ours', owner: 'ada', isMine: false },
    })
    expect(await call('PATCH', script, { id, body: { pinned: false } })).toMatchObject({ status: 200 })
    expect(await call('DELETE', as('opal'), { id })).toMatchObject({ status: 204 })
  })

  it('leaves the owner the right to remove a view, though their role no longer lets them share', async () => {
    const { id } = await save('opal', { name: 'ours', query: '', shared: true })
    const opal = people.get('opal')?.id ?? ''
    await client().user.update({ where: { id: opal }, data: { role: 'viewer' } })
    expect(await call('PATCH', as('opal'), { id, body: { name: 'x' } })).toMatchObject({ status: 403 })
    expect(await call('DELETE', as('opal'), { id })).toMatchObject({ status: 204 })
    await client().user.update({ where: { id: opal }, data: { role: 'operator' } })
  })
})

it('tells a token why it cannot save a view', async () => {
  const answer = await call('POST', script, { body: { name: 'a', query: '' } })
  expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining('belongs to a person') } })
})

it('refuses a query that the language does not understand, and columns that there are not', async () => {
  const faulty = [
    { name: 'a', query: 'colour:red' },
    { name: 'a', query: 'status:lost' },
    { name: 'a', query: '', columns: ['type', 'colour'] },
    { name: 'a', query: '', columns: ['type', 'type'] },
    { name: 'a', query: '', columns: ['received'] },
    { name: ' ', query: '' },
    { name: 'a'.repeat(81), query: '' },
  ]
  const { id } = await save('vera', { name: 'a', query: '' })
  for (const body of faulty) {
    expect(await call('POST', as('vera'), { body }), JSON.stringify(body)).toMatchObject({ status: 400 })
    expect(await call('PATCH', as('vera'), { id, body }), JSON.stringify(body)).toMatchObject({ status: 400 })
  }
  expect(await call('PATCH', as('vera'), { id, body: {} })).toMatchObject({ status: 400 })
  expect(await client().savedView.count()).toBe(1)
})

it('keeps 200 views of a person and says so to the next one', async () => {
  const ownerId = people.get('vera')?.id ?? ''
  const rows = Array.from({ length: 199 }, (_, index) => ({ name: `view ${index}`, query: '', columns: [], ownerId }))
  await client().savedView.createMany({ data: rows })
  const answers = await Promise.all([1, 2].map(() => call('POST', as('vera'), { body: { name: 'last', query: '' } })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  await save('vito', { name: 'mine', query: '' })
})

it('records who saved, changed and removed what', async () => {
  const { id } = await save('vera', { name: 'mine', query: 'status:failed', columns: ['id', 'type'] })
  await call('PATCH', as('vera'), { id, body: { query: 'status:failed,retrying' } })
  await call('DELETE', as('vera'), { id })
  const entries = await client().auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(entries).toMatchObject([
    { actor: 'user:vera@example.com', action: 'view.saved', target: `view:${id}`, detail: { query: 'status:failed' } },
    { action: 'view.changed', detail: { query: 'status:failed,retrying' } },
    { action: 'view.removed', detail: { name: 'mine' } },
  ])
})
