import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { IdBounds } from '../sql/id-bounds'

/** One item in so many is looked at; all where it is 1. */
export type Rate = 1 | SampleRate

/** The coarsest first. */
const SAMPLE_RATES = [4_096, 1_024, 256, 64, 16] as const
type SampleRate = (typeof SAMPLE_RATES)[number]

/** How events and rejected deliveries are looked at. */
export interface Rates {
  events: Rate
  rejected: Rate
}

/** A sample of this many items at least is drawn, where there are so many; it has four times as many at most. */
const SAMPLE_AT_LEAST = 1_000

/** How what was received in a window of ids is to be looked at: all of it up to `limit`, else a sample without favour. */
export async function ratesOf(bounds: IdBounds, limit: number, client: PrismaClient): Promise<Rates> {
  const ids = (...conditions: Prisma.Sql[]) => allOf([...conditions, ...bounds(ID)])
  // Of no more than `limit` events a sample never holds as many, so then they need not be counted.
  const surelyMore = 10 + 4 * Math.ceil(limit / 256)
  const [counted] = await client.$queryRaw<{ events: number; rejected: number; sampled: number }[]>`
    SELECT CASE WHEN s.sampled > ${surelyMore} THEN ${limit + 1}
        ELSE (SELECT count(*) FROM (SELECT FROM event t WHERE ${ids()} LIMIT ${limit + 1}) e) END::int AS events,
      (SELECT count(*) FROM (SELECT FROM delivery t WHERE ${ids(REJECTED)} LIMIT ${limit + 1}) r)::int AS rejected,
      s.sampled
    FROM (SELECT count(*)::int AS sampled FROM event t WHERE ${ids(IN_SAMPLE[256](ID))}) s`
  const { events = 0, rejected = 0, sampled = 0 } = counted ?? {}
  return {
    events: events <= limit ? 1 : (SAMPLE_RATES.find((rate) => (sampled * 256) / rate >= SAMPLE_AT_LEAST) ?? 16),
    rejected: rejected <= limit ? 1 : 16,
  }
}

const REJECTED = Prisma.sql`t.event_id IS NULL`

/** Whether an id, whose last bits are random, is in the sample. There are indexes over two of these, within which the others are. */
const IN_SAMPLE: Record<SampleRate, (id: Prisma.Sql) => Prisma.Sql> = {
  16: (id) => Prisma.sql`get_byte(uuid_send(${id}), 15) & 15 = 0`,
  64: (id) => Prisma.sql`${IN_SAMPLE[16](id)} AND get_byte(uuid_send(${id}), 15) & 63 = 0`,
  256: (id) => Prisma.sql`get_byte(uuid_send(${id}), 15) = 0`,
  1024: (id) => Prisma.sql`${IN_SAMPLE[256](id)} AND get_byte(uuid_send(${id}), 14) & 3 = 0`,
  4096: (id) => Prisma.sql`${IN_SAMPLE[256](id)} AND get_byte(uuid_send(${id}), 14) & 15 = 0`,
}

/** A sample within a sample: a sixteenth of it, or what there is. */
export function coarser(rate: SampleRate): SampleRate {
  return SAMPLE_RATES[Math.max(0, SAMPLE_RATES.indexOf(rate) - 2)] ?? rate
}

/** The condition on the id of an event that it is in the sample. */
export function inSample(id: Prisma.Sql, rate: Rate): Prisma.Sql {
  return rate === 1 ? Prisma.sql`true` : IN_SAMPLE[rate](id)
}

/** The condition on a rejected delivery `t` that it is in the sample: drawn from the ids of an index. */
export function sampledRejected(rate: Rate): Prisma.Sql {
  if (rate === 1) return Prisma.sql`true`
  return Prisma.sql`t.id IN (SELECT t.id FROM delivery t WHERE ${REJECTED} AND ${IN_SAMPLE[rate](ID)} OFFSET 0)`
}

const ID = Prisma.sql`t.id`
