import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { JejakError } from '@/lib/errors'
import { migrateQueue } from './migrate-queue'

export interface Migration {
  name: string
  sql: string
  /** SHA-256 in hex, as the prisma CLI records it. */
  checksum: string
}

interface AppliedMigration {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

const DIRECTORY = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))
/** The key of the prisma CLI's own lock, so that it and Jejak never migrate at once. */
const LOCK_KEY = 72707369

/**
 * Brings the database to this code's schema, Jejak's own and the queue's. Safe to run from several processes at once,
 * and quick where nothing is to be done. What it records is what `prisma migrate deploy` would have.
 * Throws a JejakError where the database holds migrations that this code does not know or knows differently.
 */
export async function migrate(databaseUrl: string, migrations = readMigrations()): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (await isCurrent(client, migrations)) {
      await migrateQueue(databaseUrl)
      return { applied: [] }
    }
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY])
    await client.query(TABLE)
    const applied = await applyPending(client, migrations)
    await migrateQueue(databaseUrl)
    return { applied }
  } finally {
    await client.end()
  }
}

/** The migrations of this code, oldest first. */
export function readMigrations(directory = DIRECTORY): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      // A checkout with CRLF line ends must not look like another migration.
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function isCurrent(client: Client, migrations: Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as exists",
  )
  return rows[0]?.exists === true && (await pending(client, migrations)).length === 0
}

async function applyPending(client: Client, migrations: Migration[]): Promise<string[]> {
  const applied: string[] = []
  for (const migration of await pending(client, migrations)) {
    await client.query('begin')
    try {
      await client.query(migration.sql)
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         values ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), migration.checksum, migration.name],
      )
      await client.query('commit')
    } catch (cause) {
      await client.query('rollback')
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new JejakError('conflict', `The migration ${migration.name} failed and was undone: ${reason}`, { cause })
    }
    applied.push(migration.name)
  }
  return applied
}

async function pending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const migration = known.get(row.migration_name)
    if (!migration) {
      throw new JejakError(
        'conflict',
        `The database is newer than this Jejak: it holds the migration ${row.migration_name}, which this version does not know. Start the version that made it, or a later one.`,
      )
    }
    if (!row.finished_at) {
      throw new JejakError(
        'conflict',
        `The migration ${row.migration_name} was begun on this database and not finished. Restore a backup, or mend it and run \`npx prisma migrate resolve\`.`,
      )
    }
    if (row.checksum !== migration.checksum) {
      throw new JejakError(
        'conflict',
        `The migration ${row.migration_name} differs from the one this database was made with (checksum ${row.checksum.slice(0, 8)}… recorded, ${migration.checksum.slice(0, 8)}… here). Restore prisma/migrations from the release, and put changes into a new migration.`,
      )
    }
  }
  const done = new Set(rows.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}

const TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`
