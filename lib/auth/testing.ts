import { afterAll, beforeAll, vi } from 'vitest'
import { connect, type PrismaClient } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing'
import type { Actor } from './actor'

export const ADMIN: Actor = { kind: 'token', name: 'a test', role: 'admin' }

/**
 * A database and a key for a test file, for code that takes its client as an argument and for code that takes it from the
 * environment. Call it at the top of the file.
 */
export function useTestDatabase(settings: Record<string, string> = {}): { client: () => PrismaClient } {
  let database: TestDatabase | undefined
  let client: PrismaClient | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    const variables = { JEJAK_SECRET: 'a key for tests only', DATABASE_URL: database.url, ...settings }
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
    client = connect(database.url)
  })
  afterAll(async () => {
    await client?.$disconnect()
    await database?.drop()
    vi.unstubAllEnvs()
  })
  return {
    client: () => {
      if (!client) throw new Error('the database is there once the tests run')
      return client
    },
  }
}

/** Every column of every row of a database as one text, bytes as they are: to see that something is nowhere in it. */
export async function dumpDatabase(client: PrismaClient): Promise<string> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`
  const rows = await Promise.all(tables.map(({ name }) => client.$queryRawUnsafe(`SELECT * FROM "${name}"`)))
  return JSON.stringify(rows, (_, value) => {
    if (typeof value === 'bigint') return String(value)
    if (value?.type === 'Buffer') return Buffer.from(value.data).toString('latin1')
    return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
  })
}
