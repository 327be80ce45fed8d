import { beforeEach, describe, expect, it } from 'vitest'
import { createFirstAdmin, ensureFirstAdmin, isSetupTokenValid } from './first-admin'
import { verifyPassword } from './password'
import { dumpDatabase, useTestDatabase } from './testing'

const { client } = useTestDatabase()
const UNSET = { JEJAK_ADMIN_EMAIL: undefined, JEJAK_ADMIN_PASSWORD: undefined }
const SET = { JEJAK_ADMIN_EMAIL: 'Ayu@Example.com', JEJAK_ADMIN_PASSWORD: 'correct horse' }
const person = { email: 'ayu@example.com', name: 'Ayu', password: 'correct horse' }

beforeEach(async () => {
  await client().user.deleteMany()
  await client().setupLink.deleteMany()
  await client().auditEntry.deleteMany()
})

async function freshLink(): Promise<string> {
  const result = await ensureFirstAdmin(UNSET, client())
  if (result.kind !== 'link') throw new Error(`expected a link, got ${result.kind}`)
  return result.token
}

describe('at start', () => {
  it('makes the admin that the environment names', async () => {
    expect(await ensureFirstAdmin(SET, client())).toEqual({ kind: 'created', email: 'ayu@example.com' })
    const user = await client().user.findFirstOrThrow()
    expect(user).toMatchObject({ email: 'ayu@example.com', role: 'admin' })
    expect(await verifyPassword('correct horse', user.passwordHash)).toBe(true)
  })

  it('leaves everything as it is where a user exists', async () => {
    await ensureFirstAdmin(SET, client())
    const other = { ...SET, JEJAK_ADMIN_PASSWORD: 'battery staple' }
    expect(await ensureFirstAdmin(other, client())).toEqual({ kind: 'exists' })
    expect(await verifyPassword('correct horse', (await client().user.findFirstOrThrow()).passwordHash)).toBe(true)
  })

  it('makes one admin where several processes start at once', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => ensureFirstAdmin(SET, client())))
    expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1)
    expect(await client().user.count()).toBe(1)
  })

  it('says which of the two variables is missing', async () => {
    const without = (name: keyof typeof SET) => ensureFirstAdmin({ ...SET, [name]: undefined }, client())
    await expect(without('JEJAK_ADMIN_PASSWORD')).rejects.toThrow('JEJAK_ADMIN_PASSWORD is not')
    await expect(without('JEJAK_ADMIN_EMAIL')).rejects.toThrow('JEJAK_ADMIN_EMAIL is not')
  })

  it('otherwise gives a link, which replaces the one before', async () => {
    const [first, second] = [await freshLink(), await freshLink()]
    expect(await isSetupTokenValid(first, client())).toBe(false)
    expect(await isSetupTokenValid(second, client())).toBe(true)
  })

  it('stores no link in clear', async () => {
    expect(await dumpDatabase(client())).not.toContain(await freshLink())
  })
})

describe('a set-up link', () => {
  it('makes an admin, with a word in the audit', async () => {
    const token = await freshLink()
    const made = await createFirstAdmin({ ...person, token }, client())
    expect(made).toMatchObject({ email: person.email, role: 'admin', disabled: false })
    const [entry] = await client().auditEntry.findMany()
    expect(entry).toMatchObject({ actor: 'system', action: 'user.created', target: `user:${made.id}` })
    expect(await dumpDatabase(client())).not.toContain(person.password)
  })

  it('works once, however often it is used at the same moment', async () => {
    const token = await freshLink()
    const uses = Array.from({ length: 50 }, (_, n) => {
      return createFirstAdmin({ ...person, email: `admin${n}@example.com`, token }, client())
    })
    const results = await Promise.allSettled(uses)
    const refusals = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.code)
    expect(refusals).toEqual(Array(49).fill('gone'))
    expect(await client().user.count()).toBe(1)
  }, 60_000)

  it('does not work with another token, nor once a user exists', async () => {
    const token = await freshLink()
    const gone = { code: 'gone' }
    await expect(createFirstAdmin({ ...person, token: `${token}x` }, client())).rejects.toMatchObject(gone)
    await client().user.create({ data: { email: 'b@example.com', name: 'B', role: 'viewer', passwordHash: '' } })
    await expect(createFirstAdmin({ ...person, token }, client())).rejects.toMatchObject(gone)
    expect(await isSetupTokenValid(token, client())).toBe(false)
  })
})
