import { createHash } from 'node:crypto'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { networkOf } from './network'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** How long an address from which somebody signed in stays known to their account. */
const KNOWN_MS = 30 * 24 * HOUR_MS

interface Limit {
  /** Failures that are allowed before anybody has to wait. */
  free: number
  /** How long failures count, from the first of them. */
  windowMs: number
  /** How long to wait after the last of `failures`; without it, until the window has passed. */
  waitMs?: (failures: number) => number
}

const LIMITS = {
  /** One account from one address: the usual limit, which a stranger elsewhere cannot use up. */
  pair: { free: 5, windowMs: 15 * MINUTE_MS, waitMs: (n) => Math.min(15 * MINUTE_MS, 30_000 * 2 ** (n - 5)) },
  /** Wide ones, against many addresses or many accounts. They do not bind an address known to the account. */
  account: { free: 50, windowMs: HOUR_MS },
  address: { free: 100, windowMs: 15 * MINUTE_MS },
} as const satisfies Record<string, Limit>

export interface SignInAttempt {
  email: string
  address: string
}

interface Failures {
  key: string
  count: number
  firstAt: Date
  lastAt: Date
}

/**
 * Counts an attempt as failed before its password is looked at, so that many at once cannot slip through. Throws
 * `too_many_attempts`, with `retryAfterSeconds`, for one too many: that one is not counted and must not be checked.
 */
export async function beginAttempt(attempt: SignInAttempt, now: Date, client: PrismaClient = db()): Promise<void> {
  const keys = keysOf(attempt)
  const limited = [keys.pair, keys.account, keys.address].sort()
  const retryAt = await client.$transaction(async (tx) => {
    await lockKeys(tx, limited)
    const rows = await tx.signInFailure.findMany({ where: { key: { in: [...limited, keys.known] } } })
    const failures = new Map(rows.map((row) => [row.key, row]))
    const seen = failures.get(keys.known)
    const isKnown = seen !== undefined && now.getTime() - seen.lastAt.getTime() < KNOWN_MS
    const binding = isKnown ? (['pair'] as const) : (['pair', 'account', 'address'] as const)
    const waits = binding.map((name) => waitingUntil(LIMITS[name], failures.get(keys[name]), now))
    const latest = Math.max(...waits)
    if (latest > now.getTime()) return new Date(latest)
    for (const name of ['pair', 'account', 'address'] as const) {
      await tx.signInFailure.upsert(counted(keys[name], LIMITS[name], failures.get(keys[name]), now))
    }
    return null
  })
  await forgetOld(now, client)
  if (retryAt) throw tooMany(retryAt, now)
}

/** Takes back what `beginAttempt` counted, for the password was right, and clears the account's failures from here. */
export async function attemptSucceeded(attempt: SignInAttempt, now: Date, client: PrismaClient = db()): Promise<void> {
  const { pair, account, address, known } = keysOf(attempt)
  await client.$transaction(async (tx) => {
    await lockKeys(tx, [pair, account, address].sort())
    await tx.signInFailure.updateMany({
      where: { key: { in: [account, address] }, count: { gt: 0 } },
      data: { count: { decrement: 1 } },
    })
    await tx.signInFailure.deleteMany({ where: { key: pair } })
    const seen = { count: 0, firstAt: now, lastAt: now }
    await tx.signInFailure.upsert({ where: { key: known }, create: { key: known, ...seen }, update: seen })
  })
}

/** Only fingerprints are stored: people type passwords into the field for the email. */
function keysOf({ email, address }: SignInAttempt) {
  const network = networkOf(address)
  const digest = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return {
    pair: `pair:${digest(email, network)}`,
    account: `account:${digest(email)}`,
    address: `address:${digest(network)}`,
    known: `known:${digest(email, network)}`,
  }
}

/** Attempts that share a key wait for each other; `sorted` keys are taken in one order, so that none waits in a circle. */
async function lockKeys(tx: Prisma.TransactionClient, sorted: string[]): Promise<void> {
  for (const key of sorted) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
}

/** When the next attempt may be made, in epoch milliseconds; 0 for at once. */
function waitingUntil(limit: Limit, failures: Failures | undefined, now: Date): number {
  if (!failures || failures.count < limit.free || hasPassed(limit, failures, now)) return 0
  return untilAt(limit, failures)
}

function untilAt(limit: Limit, { count, firstAt, lastAt }: Failures): number {
  return limit.waitMs ? lastAt.getTime() + limit.waitMs(count) : firstAt.getTime() + limit.windowMs
}

/** Whether the window is over, and any wait that began in it. */
function hasPassed(limit: Limit, failures: Failures, now: Date): boolean {
  const windowEnd = failures.firstAt.getTime() + limit.windowMs
  const waitEnd = failures.count < limit.free ? 0 : untilAt(limit, failures)
  return now.getTime() >= Math.max(windowEnd, waitEnd)
}

function counted(key: string, limit: Limit, failures: Failures | undefined, now: Date) {
  const goesOn = failures !== undefined && !hasPassed(limit, failures, now)
  const update = goesOn ? { count: failures.count + 1, lastAt: now } : { count: 1, firstAt: now, lastAt: now }
  return { where: { key }, create: { key, count: 1, firstAt: now, lastAt: now }, update }
}

async function forgetOld(now: Date, client: PrismaClient): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await client.signInFailure.deleteMany({
    where: {
      OR: [
        { lastAt: { lt: before(2 * HOUR_MS) }, NOT: { key: { startsWith: 'known:' } } },
        { lastAt: { lt: before(KNOWN_MS) } },
      ],
    },
  })
}

function tooMany(retryAt: Date, now: Date): JejakError {
  const retryAfterSeconds = Math.ceil((retryAt.getTime() - now.getTime()) / 1000)
  const clock = retryAt.toISOString().slice(11, 19)
  const sentence =
    retryAfterSeconds < 90
      ? say('auth.tooManySoon', { seconds: retryAfterSeconds, clock })
      : say('auth.tooMany', { minutes: Math.ceil(retryAfterSeconds / 60), clock })
  return new JejakError('too_many_attempts', sentence, {
    extra: { retryAfterSeconds },
  })
}
