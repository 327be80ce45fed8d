import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, readMigrations } from './migrate'
import { createTestDatabase, type TestDatabase } from './testing'

let database: TestDatabase
let client: Client

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  client = new Client({ connectionString: database.url })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await database.drop()
})

const names = async () =>
  (await client.query<{ migration_name: string }>('select migration_name from _prisma_migrations order by 1')).rows.map(
    (row) => row.migration_name,
  )
const extra = { name: '99990101000000_extra', sql: 'create table extra (id int)', checksum: 'c'.repeat(64) }

describe('migrate', () => {
  it('makes every table and the queue in an empty database, and records them as the prisma CLI does', async () => {
    const { applied } = await migrate(database.url)
    expect(applied).toEqual(readMigrations().map(({ name }) => name))
    const { rows } = await client.query('select * from _prisma_migrations order by migration_name')
    expect(rows[0]).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, logs: null })
    expect(rows[0].checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0].finished_at).toBeInstanceOf(Date)
    await client.query('select from delivery, event, graphile_worker.jobs')
  })

  it('does nothing the second time', async () => {
    await migrate(database.url)
    expect(await migrate(database.url)).toEqual({ applied: [] })
  })

  it('applies only what is new', async () => {
    await migrate(database.url)
    expect(await migrate(database.url, [...readMigrations(), extra])).toEqual({ applied: [extra.name] })
  })

  it('applies each migration once when several processes start at the same moment', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))
    expect(results.flatMap(({ applied }) => applied)).toEqual(readMigrations().map(({ name }) => name))
    expect(await names()).toEqual(readMigrations().map(({ name }) => name))
  })

  it('undoes a migration that fails, whole, and names it', async () => {
    const broken = { ...extra, sql: 'create table extra (id int); select 1/0' }
    await expect(migrate(database.url, [...readMigrations(), broken])).rejects.toThrow(
      /99990101000000_extra failed.*division/,
    )
    await expect(client.query('select from extra')).rejects.toThrow(/does not exist/)
    expect(await names()).not.toContain(extra.name)
  })

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(database.url, [...readMigrations(), extra])
    const changed = { ...extra, checksum: 'd'.repeat(64) }
    await expect(migrate(database.url, [...readMigrations(), changed])).rejects.toThrow(/99990101000000_extra differs/)
  })

  it('refuses a database that is newer than the code', async () => {
    await migrate(database.url, [...readMigrations(), extra])
    await expect(migrate(database.url)).rejects.toThrow(/newer than this Jejak.*99990101000000_extra/)
  })

  it('takes no notice of a migration that the prisma CLI marked as rolled back, and applies it again', async () => {
    await migrate(database.url, [...readMigrations(), extra])
    await client.query('drop table extra')
    await client.query('update _prisma_migrations set rolled_back_at = now() where migration_name = $1', [extra.name])
    expect(await migrate(database.url, [...readMigrations(), extra])).toEqual({ applied: [extra.name] })
  })
})
