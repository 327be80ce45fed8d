import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { PrismaClient } from '@/lib/db/generated/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing'

/** More than any page reads. */
export const MANY = 20_000
/** Less than a page may read. */
export const FEW = 500

export interface Costed {
  client(): PrismaClient
  /** How many rows and index entries of entities and mentions are read to answer. */
  costOf(ask: () => Promise<unknown>): Promise<number>
}

/** A database of the test file's own, filled and analysed, over one connection: a transaction holds all that is asked. */
export function useCosted(fill: readonly string[]): Costed {
  let database: TestDatabase | undefined
  let client: PrismaClient | undefined
  let pool: Pool | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    pool = new Pool({ connectionString: database.url, max: 1 })
    client = new PrismaClient({ adapter: new PrismaPg(pool) })
    for (const sql of [...fill, 'VACUUM ANALYZE']) await client.$executeRawUnsafe(sql)
  })
  afterAll(async () => {
    await client?.$disconnect()
    await pool?.end()
    await database?.drop()
  })
  const filled = () => {
    if (!client) throw new Error('the database is filled once the tests run')
    return client
  }
  return {
    client: filled,
    async costOf(ask) {
      await filled().$executeRawUnsafe('BEGIN')
      const before = await readSoFar(filled())
      await ask()
      const after = await readSoFar(filled())
      await filled().$executeRawUnsafe('COMMIT')
      return after - before
    },
  }
}

/** Since this connection last gave its counts away, which it never does within a transaction. */
async function readSoFar(client: PrismaClient): Promise<number> {
  const [{ rows } = { rows: Number.NaN }] = await client.$queryRaw<{ rows: number }[]>`
    SELECT sum(pg_stat_get_xact_tuples_returned(c.oid))::int AS rows FROM pg_class c
    WHERE c.oid IN ('entity'::regclass, 'mention'::regclass)
      OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN ('entity'::regclass, 'mention'::regclass))`
  return rows
}
