import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { readReplays } from './item'
import type { ReplayList, ReplaysQuery } from './schemas'

/** Replays with their progress, the newest first. */
export async function listReplays({ cursor, limit }: ReplaysQuery, client: PrismaClient = db()): Promise<ReplayList> {
  const before = cursor ? Prisma.sql`WHERE p.id < ${cursor}::uuid` : Prisma.empty
  const items = await readReplays(Prisma.sql`${before} ORDER BY p.id DESC LIMIT ${limit + 1}`, client)
  const page = items.slice(0, limit)
  return { items: page, nextCursor: items.length > limit ? (page.at(-1)?.id ?? null) : null }
}
