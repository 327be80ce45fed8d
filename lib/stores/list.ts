import { db, type PrismaClient } from '@/lib/db/client'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { readSettings } from '@/lib/timeline/ask/settings'
import type { StoreItem } from './schemas'

/** Every store with the rules of its timelines, by name. */
export async function listStores(client: PrismaClient = db()): Promise<StoreItem[]> {
  const rows = await client.store.findMany({ orderBy: { name: 'asc' } })
  return rows.map(toItem)
}

/** One store. Throws `not_found`. */
export async function getStore(id: string, client: PrismaClient = db()): Promise<StoreItem> {
  const row = await client.store.findUnique({ where: { id } })
  if (!row) throw new JejakError('not_found', say('missing.store', { id }))
  return toItem(row)
}

function toItem({ id, name, createdAt, timeline }: { id: string; name: string; createdAt: Date; timeline: unknown }) {
  return { id, name, createdAt: createdAt.toISOString(), timeline: readSettings(timeline) }
}
