import { Prisma, type PrismaClient } from '@/lib/db/client'
import { newestOfSource } from './newest-of-source'
import type { SourcePulse } from './schemas'

const LATEST = 200
/** Older news is a sample or an import, not a delay. */
const PLAUSIBLE_SECONDS = 7 * 24 * 60 * 60

/** How long the latest 200 events of each source took from occurrence to receipt; a clock that runs ahead counts as none. */
export async function readLag(
  sourceIds: readonly string[],
  client: PrismaClient,
): Promise<Map<string, NonNullable<SourcePulse['lag']>>> {
  const rows = await client.$queryRaw<{ id: string; events: number; p50: number; p95: number }[]>(Prisma.sql`
    SELECT s.id, count(*)::int AS events, percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(e.lag, 0)) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY greatest(e.lag, 0)) AS p95
    FROM unnest(${sourceIds}::uuid[]) AS s(id) CROSS JOIN LATERAL (
      SELECT extract(epoch FROM received_at - occurred_at)::float8 AS lag FROM event
      ${newestOfSource(Prisma.sql`s.id`)} LIMIT ${LATEST}) AS e
    WHERE e.lag <= ${PLAUSIBLE_SECONDS} GROUP BY s.id`)
  return new Map(rows.map(({ id, events, p50, p95 }) => [id, { events, p50Seconds: p50, p95Seconds: p95 }]))
}
