import { db, type PrismaClient } from '@/lib/db/client'
import type { RefusalItem } from './schemas'

/** The requests that named no source that is there and enabled, counted by why; the latest first, 200 at most. */
export async function listRefusals(client: PrismaClient = db()): Promise<RefusalItem[]> {
  const rows = await client.refusal.findMany({ orderBy: { lastAt: 'desc' }, take: 200 })
  return rows.map(({ key, count, lastPath, lastAt }) => {
    return { key, count: Number(count), lastPath, lastAt: lastAt.toISOString() }
  })
}
