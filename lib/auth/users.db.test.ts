import { beforeEach, expect, it } from 'vitest'
import { encodeSession, sessionUser } from './session'
import { ADMIN, dumpDatabase, useTestDatabase } from './testing'
import { createUser, listUsers, updateUser } from './users'

const { client } = useTestDatabase()
const ayu = { email: 'ayu@example.com', name: 'Ayu', role: 'admin', password: 'correct horse' } as const
const budi = { email: 'budi@example.com', name: 'Budi', role: 'admin', password: 'correct horse' } as const
const conflict = expect.objectContaining({ code: 'conflict' })

beforeEach(async () => {
  await client().user.deleteMany()
  await client().auditEntry.deleteMany()
})

async function cookieOf(id: string): Promise<string> {
  const user = await client().user.findUniqueOrThrow({ where: { id } })
  return `theme=dark; next-auth.session-token=${await encodeSession(user)}`
}

it('makes and lists people without their passwords', async () => {
  await createUser(budi, ADMIN, client())
  const made = await createUser(ayu, ADMIN, client())
  expect(Object.keys(made).sort()).toEqual(['createdAt', 'disabled', 'email', 'id', 'name', 'role'])
  expect((await listUsers(client())).map(({ email }) => email)).toEqual([ayu.email, budi.email])
  const dump = await dumpDatabase(client())
  expect(dump).toContain(ayu.email)
  expect(dump).not.toContain(ayu.password)
})

it('refuses an email that is taken', async () => {
  await createUser(ayu, ADMIN, client())
  await expect(createUser(ayu, ADMIN, client())).rejects.toEqual(conflict)
})

it('records who changed what, and that a password changed but not to what', async () => {
  const { id } = await createUser(ayu, ADMIN, client())
  await updateUser(id, { name: 'Ayu L.', password: 'battery staple' }, { kind: 'user', id, ...ayu }, client())
  const entries = await client().auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(entries).toMatchObject([
    { actor: 'token:a test', action: 'user.created', detail: { email: ayu.email, role: 'admin' } },
    { actor: 'user:ayu@example.com', action: 'user.updated', detail: { name: 'Ayu L.', passwordChanged: true } },
  ])
  expect(JSON.stringify(entries)).not.toContain('battery')
})

it('keeps the last enabled admin', async () => {
  const { id } = await createUser(ayu, ADMIN, client())
  const other = await createUser(budi, ADMIN, client())
  await updateUser(other.id, { disabled: true }, ADMIN, client())
  await expect(updateUser(id, { disabled: true }, ADMIN, client())).rejects.toEqual(conflict)
  await expect(updateUser(id, { role: 'operator' }, ADMIN, client())).rejects.toEqual(conflict)
  expect(await listUsers(client())).toMatchObject([{ role: 'admin', disabled: false }, { disabled: true }])
})

it('keeps one of two admins who remove each other at the same moment', async () => {
  const [one, two] = [await createUser(ayu, ADMIN, client()), await createUser(budi, ADMIN, client())]
  const change = { role: 'viewer' } as const
  const results = await Promise.allSettled([one, two].map(({ id }) => updateUser(id, change, ADMIN, client())))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('does not know whom to change', async () => {
  const change = updateUser('019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11', { name: 'X' }, ADMIN, client())
  await expect(change).rejects.toMatchObject({ code: 'not_found' })
})

it('knows a person by the session cookie, under either of its names', async () => {
  const { id } = await createUser(ayu, ADMIN, client())
  const cookie = await cookieOf(id)
  expect(await sessionUser(cookie, client())).toEqual({ id, email: ayu.email, name: 'Ayu', role: 'admin' })
  expect(await sessionUser(cookie.replace('next-auth', '__Secure-next-auth'), client())).toMatchObject({ id })
})

it('knows nobody by a cookie that is absent, altered or made with another key', async () => {
  const { id } = await createUser(ayu, ADMIN, client())
  const cookie = await cookieOf(id)
  for (const other of [
    null,
    '',
    'next-auth.session-token=',
    `${cookie.slice(0, -4)}AAAA`,
    'next-auth.session-token=a.b.c',
  ]) {
    expect(await sessionUser(other, client())).toBeNull()
  }
})

it('lets a change of role take effect in a session at once', async () => {
  const { id } = await createUser(ayu, ADMIN, client())
  await createUser(budi, ADMIN, client())
  const cookie = await cookieOf(id)
  await updateUser(id, { role: 'viewer' }, ADMIN, client())
  expect(await sessionUser(cookie, client())).toMatchObject({ role: 'viewer' })
})

it.each([{ disabled: true }, { password: 'battery staple' }])('ends sessions by the change %j', async (change) => {
  const { id } = await createUser(ayu, ADMIN, client())
  await createUser(budi, ADMIN, client())
  const cookie = await cookieOf(id)
  await updateUser(id, change, ADMIN, client())
  expect(await sessionUser(cookie, client())).toBeNull()
})
