import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from '@/lib/db/generated/client'

export interface Timing {
  /** What the server spent on all statements: parsing, planning, executing and sending. */
  databaseMs: number
  /** From the call to its answer, in this process. */
  functionMs: number
}

export interface TimedClient {
  client: PrismaClient
  /** Runs plain SQL on the same connection. */
  query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>
  /** Does the work and tells how long it took. One at a time. */
  time(work: () => Promise<unknown>): Promise<Timing>
  close(): Promise<void>
}

/** The server itself tells how long each step of each statement took, and tells the client rather than its log. */
const TELLING = '-c log_duration=on -c client_min_messages=log -c log_min_messages=fatal'
const DURATION = /^duration: ([\d.]+) ms/

/** A client with one connection of which the server's own times are known. */
export function openTimed(connectionString: string): TimedClient {
  const pool = new Pool({ connectionString, max: 1, idleTimeoutMillis: 0, options: TELLING })
  let databaseMs = 0
  pool.on('connect', (connection) => {
    connection.on('notice', ({ message = '' }) => {
      const found = DURATION.exec(message)
      if (found) databaseMs += Number(found[1])
    })
  })
  const client = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    client,
    query: async <T extends object>(sql: string, values: unknown[] = []) => (await pool.query<T>(sql, values)).rows,
    async time(work) {
      databaseMs = 0
      const startedAt = performance.now()
      await work()
      return { databaseMs, functionMs: performance.now() - startedAt }
    },
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}
