import { beforeEach, expect, it } from 'vitest'
import { seedApiToken, verifyApiToken } from './api-token'
import { dumpDatabase, useTestDatabase } from './testing'

const { client } = useTestDatabase()
const FIRST = 'first-token-of-16+'
const SECOND = 'second-token-of-16+'

beforeEach(async () => {
  await client().apiToken.deleteMany()
  await client().auditEntry.deleteMany()
})

it('knows the token of the environment, as an admin, and no other', async () => {
  await seedApiToken(FIRST, client())
  expect(await verifyApiToken(FIRST, client())).toEqual({ kind: 'token', name: 'JEJAK_API_TOKEN', role: 'admin' })
  expect(await verifyApiToken(SECOND, client())).toBeNull()
  expect(await verifyApiToken('', client())).toBeNull()
})

it('stores no token in clear', async () => {
  await seedApiToken(FIRST, client())
  expect(await dumpDatabase(client())).not.toContain(FIRST)
})

it('forgets the former value when it changes, and takes it again when it comes back', async () => {
  await seedApiToken(FIRST, client())
  await seedApiToken(SECOND, client())
  expect(await verifyApiToken(FIRST, client())).toBeNull()
  expect(await verifyApiToken(SECOND, client())).not.toBeNull()
  await seedApiToken(FIRST, client())
  expect(await verifyApiToken(FIRST, client())).not.toBeNull()
  expect(await verifyApiToken(SECOND, client())).toBeNull()
})

it('forgets it when it is no longer set', async () => {
  await seedApiToken(FIRST, client())
  await seedApiToken(undefined, client())
  expect(await verifyApiToken(FIRST, client())).toBeNull()
})

it('makes one token where several processes start at once, and records it once', async () => {
  await Promise.all([1, 2, 3, 4].map(() => seedApiToken(FIRST, client())))
  expect(await client().apiToken.count()).toBe(1)
  expect((await client().auditEntry.findMany()).map(({ action }) => action)).toEqual(['token.created'])
})
