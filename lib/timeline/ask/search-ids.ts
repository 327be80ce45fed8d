import { Prisma, type PrismaClient } from '@/lib/db/client'
import { likeLiteral } from '@/lib/db/like-literal'
import { isStorable } from '@/lib/providers/storable'
import type { Kind } from '../kinds'
import { beginnings, exactNames } from './candidates'
import { findBeginning, findNamed } from './find-named'

/** Kinds that people know by a name that is no identifier. */
const NAMED_KINDS: readonly Kind[] = ['customer', 'product']
const LATEST = 5000

/**
 * The ids of the things of a kind that a person's text means: by any identifier, whole; where none is that, by the
 * beginning of an identifier, and of a word of the name for customers and products. The name has no index, so it is looked
 * for among the 5,000 with the latest news; of each scheme the first hundred beginnings count. A text that cannot be stored
 * means nothing.
 */
export async function searchedFor(kind: Kind, text: string, client: PrismaClient): Promise<string[]> {
  if (!isStorable(text)) return []
  const exact = await findNamed(exactNames(text, [kind]), client)
  if (exact.length > 0) return distinct(exact.map(({ entityId }) => entityId))
  const [begun, called] = await Promise.all([
    findBeginning(beginnings(text, [kind]), client),
    NAMED_KINDS.includes(kind) ? findCalled(kind, text, client) : [],
  ])
  return distinct([...begun.map(({ entityId }) => entityId), ...called.map(({ id }) => id)])
}

function findCalled(kind: Kind, text: string, client: PrismaClient): Promise<{ id: string }[]> {
  const pattern = `% ${likeLiteral(text.toLowerCase())}%`
  return client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT l.id FROM (
      SELECT t.id, t.label FROM entity t WHERE t.merged_into IS NULL AND t.kind = ${kind}
      ORDER BY t.last_at DESC, t.id DESC LIMIT ${LATEST}) l
    WHERE ' ' || lower(l.label) LIKE ${pattern}`)
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
