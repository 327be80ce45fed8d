import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { RebuildItem, RebuildList } from './schemas'

const MOST = 20

/** The latest rebuilds, at most 20. */
export async function listRebuilds(client: PrismaClient = db()): Promise<RebuildList> {
  const rows = await client.rebuild.findMany({ orderBy: { id: 'desc' }, take: MOST })
  return { items: rows.map(toItem), nextCursor: null }
}

/** How far a rebuild has come. Throws `not_found`. */
export async function getRebuild(id: string, client: PrismaClient = db()): Promise<RebuildItem> {
  const row = await client.rebuild.findUnique({ where: { id } })
  if (!row) throw new JejakError('not_found', say('missing.rebuild', { id }))
  return toItem(row)
}

function toItem(row: NonNullable<Awaited<ReturnType<PrismaClient['rebuild']['findUnique']>>>): RebuildItem {
  const { id, actor, total, done, changed } = row
  return {
    ...{ id, actor, total, done, changed },
    status: row.status === 'running' ? 'running' : 'finished',
    startedAt: row.startedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
