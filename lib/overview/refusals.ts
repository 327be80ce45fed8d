import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { RefusalSummary } from './schemas'

/** Requests that named no source that is there and enabled: how many there were, and the last of them. */
export async function readRefusals(client: PrismaClient): Promise<RefusalSummary> {
  const [row] = await client.$queryRaw<{ count: number; last_at: Date; last_path: string }[]>(Prisma.sql`
    SELECT (sum(count) OVER ())::float8 AS count, last_at, last_path FROM refusal ORDER BY last_at DESC LIMIT 1`)
  return { count: row?.count ?? 0, lastAt: row?.last_at.toISOString() ?? null, lastPath: row?.last_path ?? null }
}
