import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { IdBounds } from '../sql/id-bounds'

/** One item in so many is looked at; all where it is 1. */
export type Rate = 1 | 16 | 256

/** How events and rejected deliveries are looked at. */
export interface Rates {
  events: Rate
  rejected: Rate
}

/** A sample of this many items at least is drawn, where there are so many. */
const SAMPLE_AT_LEAST = 600

/** How what was received in a window of ids is to be looked at: all of it up to `limit`, else a sample without favour. */
export async function ratesOf(bounds: IdBounds, limit: number, client: PrismaClient): Promise<Rates> {
  const ids = (...conditions: Prisma.Sql[]) => allOf([...conditions, ...bounds(Prisma.sql`t.id`)])
  const [counted] = await client.$queryRaw<{ events: number; rejected: number; sampled: number }[]>`
    SELECT (SELECT count(*) FROM (SELECT FROM event t WHERE ${ids()} LIMIT ${limit + 1}) e)::int AS events,
      (SELECT count(*) FROM (SELECT FROM delivery t WHERE ${ids(REJECTED)} LIMIT ${limit + 1}) r)::int AS rejected,
      (SELECT count(*) FROM event t WHERE ${ids(IN_SAMPLE[256])})::int AS sampled`
  const { events = 0, rejected = 0, sampled = 0 } = counted ?? {}
  return {
    events: events <= limit ? 1 : sampled >= SAMPLE_AT_LEAST ? 256 : 16,
    rejected: rejected <= limit ? 1 : 16,
  }
}

const REJECTED = Prisma.sql`t.event_id IS NULL`

/** Conditions on `t.id`, as the indexes over samples have them. */
const IN_SAMPLE = {
  16: Prisma.sql`get_byte(uuid_send(t.id), 15) & 15 = 0`,
  256: Prisma.sql`get_byte(uuid_send(t.id), 15) = 0`,
} as const

/** The condition on an event `t` that it is in the sample. */
export function sampledEvent(rate: Rate): Prisma.Sql {
  return rate === 1 ? Prisma.sql`true` : IN_SAMPLE[rate]
}

/** The condition on a rejected delivery `t` that it is in the sample: drawn from the ids of an index. */
export function sampledRejected(rate: Rate): Prisma.Sql {
  if (rate === 1) return Prisma.sql`true`
  return Prisma.sql`t.id IN (SELECT t.id FROM delivery t WHERE ${REJECTED} AND ${IN_SAMPLE[rate]} OFFSET 0)`
}
