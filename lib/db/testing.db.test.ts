import { Client } from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase } from './testing'

it('gives every test a migrated database of its own, also at the same moment', async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase()))
  expect(new Set(databases.map(({ url }) => url)).size).toBe(4)
  for (const { url, drop } of databases) {
    const client = new Client({ connectionString: url })
    await client.connect()
    expect((await client.query('select from delivery')).rowCount).toBe(0)
    await client.end()
    await drop()
  }
})
