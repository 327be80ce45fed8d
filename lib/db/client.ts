import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

const shared = globalThis as typeof globalThis & { jejakPrisma?: PrismaClient }

/** The process's database client, made at first use from DATABASE_URL. */
export function db(): PrismaClient {
  shared.jejakPrisma ??= connect(databaseUrl())
  return shared.jejakPrisma
}

/** How long a transaction may wait for its connection: the 2 s that Prisma waits are soon over where the processor is shared. */
const MAX_WAIT_MS = 10_000

/**
 * A client of its own, for a process or a test that names its database; the caller disconnects it. `max` connections;
 * `options` are settings of its sessions, as on PostgreSQL's command line.
 */
export function connect(url: string, { max = 10, options }: { max?: number; options?: string } = {}): PrismaClient {
  const settings = options ? { options } : {}
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max, connectionTimeoutMillis: MAX_WAIT_MS, ...settings }),
    transactionOptions: { maxWait: MAX_WAIT_MS },
  })
}

/** DATABASE_URL, which `npm start` sets where the embedded database is used. Throws where it is not set. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set; `npm start` sets it for the embedded database')
  return url
}

export type { PrismaClient } from './generated/client'
export { Prisma } from './generated/client'
