import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/db/embedded/embedded'
import { migrate } from '@/lib/db/migrate'
import { signingProvider } from './requests'

/** The name of the store that every benchmark's source belongs to. */
export const STORE = 'Bench'

export interface BenchServer {
  /** A migrated database with one store and one source. Answers its URL. */
  create(name: string): Promise<string>
  /** A copy of a database that nobody is connected to. Answers its URL. */
  copy(from: string, name: string): Promise<string>
  drop(name: string): Promise<void>
  /** The URL of a database, whether it is there or not. */
  urlOf(name: string): string
  stop(): Promise<void>
}

/** Long enough to write down what a large database has in memory. */
const STOP_MS = 60_000

/**
 * An embedded PostgreSQL of its own, with fsync on, in a directory that goes with it; in `keepIn`, where that is given,
 * which stays.
 */
export async function startBenchServer(keepIn?: string): Promise<BenchServer> {
  if (keepIn) mkdirSync(keepIn, { recursive: true, mode: 0o700 })
  const dataDir = keepIn ?? mkdtempSync(join(tmpdir(), 'jejak-bench-'))
  const isFresh = !existsSync(join(dataDir, 'postgres'))
  const server = await startEmbedded({ dataDir })
  const urlOf = (name: string) => {
    const url = new URL(server.url)
    url.pathname = `/${name}`
    return url.href
  }
  if (isFresh) await fillWal(server.url)
  return {
    async create(name) {
      await query(server.url, `CREATE DATABASE ${name}`)
      const url = urlOf(name)
      await migrate(url)
      await query(
        url,
        `WITH s AS (INSERT INTO store (id, name) VALUES (gen_random_uuid(), '${STORE}') RETURNING id)
         INSERT INTO source (id, store_id, provider, slug, name)
         SELECT gen_random_uuid(), id, '${signingProvider().id}', 'default', '${STORE}' FROM s`,
      )
      return url
    },
    async copy(from, name) {
      await query(server.url, `CREATE DATABASE ${name} TEMPLATE ${from}`)
      return urlOf(name)
    },
    drop: (name) => query(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    urlOf,
    async stop() {
      await server.stop(STOP_MS)
      if (!keepIn) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A database that has run for a while writes into recycled log segments; a fresh one stops to make each of them. */
async function fillWal(url: string): Promise<void> {
  await query(
    url,
    `CREATE TABLE filler AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 600000) AS i`,
    'CHECKPOINT',
    'DROP TABLE filler',
    'CHECKPOINT',
  )
}

/** Runs statements over a connection of their own. */
export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
