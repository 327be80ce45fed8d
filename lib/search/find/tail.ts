import type { PrismaClient } from '@/lib/db/client'

/** The newest id of an event or a rejected delivery; null where there is none. */
export async function newestId(client: PrismaClient): Promise<string | null> {
  const [newest] = await client.$queryRaw<{ id: string | null }[]>`
    SELECT greatest(
      (SELECT id FROM event ORDER BY id DESC LIMIT 1),
      (SELECT id FROM delivery WHERE event_id IS NULL ORDER BY id DESC LIMIT 1)) AS id`
  return newest?.id ?? null
}

/** The number of what was indexed last, as text; 0 where nothing was. */
export async function newestSeq(client: PrismaClient): Promise<string> {
  const [newest] = await client.$queryRaw<{ seq: string }[]>`
    SELECT coalesce((SELECT max(seq) FROM search_entry), 0)::text AS seq`
  return newest?.seq ?? '0'
}
