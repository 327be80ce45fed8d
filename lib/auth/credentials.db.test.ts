import { beforeAll, expect, it } from 'vitest'
import { checkCredentials } from './credentials'
import { ADMIN, useTestDatabase } from './testing'
import { createUser, updateUser } from './users'

const { client } = useTestDatabase()
const from = { address: '192.0.2.1', now: new Date('2026-11-21T09:00:00Z') }
const person = { email: 'ayu@example.com', name: 'Ayu', role: 'viewer', password: 'correct horse' } as const
let id: string

beforeAll(async () => {
  id = (await createUser(person, ADMIN, client())).id
})

it('knows a person by email and password', async () => {
  expect(await checkCredentials({ email: person.email, password: 'correct horse' }, from, client())).toMatchObject({
    id,
  })
})

it('knows nobody by a wrong password or a wrong email', async () => {
  expect(await checkCredentials({ email: person.email, password: 'battery staple' }, from, client())).toBeNull()
  expect(await checkCredentials({ email: 'nobody@example.com', password: 'correct horse' }, from, client())).toBeNull()
})

it('does not look at the password after too many failures, even where it is right', async () => {
  const elsewhere = { ...from, address: '192.0.2.99' }
  for (let count = 0; count < 5; count++) {
    expect(await checkCredentials({ email: person.email, password: 'battery staple' }, elsewhere, client())).toBeNull()
  }
  const attempt = checkCredentials({ email: person.email, password: 'correct horse' }, elsewhere, client())
  await expect(attempt).rejects.toMatchObject({ code: 'too_many_attempts' })
})

it('lets nobody in who is disabled', async () => {
  await updateUser(id, { disabled: true }, ADMIN, client())
  expect(await checkCredentials({ email: person.email, password: 'correct horse' }, from, client())).toBeNull()
  await updateUser(id, { disabled: false }, ADMIN, client())
  expect(await checkCredentials({ email: person.email, password: 'correct horse' }, from, client())).toMatchObject({
    id,
  })
})
