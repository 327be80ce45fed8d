import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Kind } from '../kinds'
import { comparePlaces } from '../mention'
import type { Change } from '../schemas'
import { DEFAULT_SETTINGS } from '../settings'
import { tellStory } from '../story'
import type { Told } from '../told'
import { anyLimit, MENTION_COLUMNS, type MentionRow, toMention } from './mentions'

const BEFORE_THE_PAGE = 500

/**
 * What was said of the things with these namings up to a time (milliseconds): of each naming what a page of `limit` can
 * hold, and 500 before it.
 */
export async function saidUntil(
  namingIds: readonly string[],
  { untilMs, limit }: { untilMs: number; limit: number },
  client: PrismaClient,
): Promise<MentionRow[]> {
  if (namingIds.length === 0) return []
  const rows = await client.$queryRaw<(Omit<MentionRow, 'at' | 'receivedAt'> & { at: Date; receivedAt: Date })[]>(
    Prisma.sql`
      SELECT ${MENTION_COLUMNS}, 1 AS "deliveryCount" FROM unnest(${namingIds}::bigint[]) AS n(id)
      CROSS JOIN LATERAL (
        SELECT * FROM mention WHERE naming_id = n.id AND at <= ${new Date(untilMs)} AND set IS NOT NULL
        ORDER BY at DESC, rank DESC, tie DESC, event_id DESC LIMIT ${anyLimit(BEFORE_THE_PAGE + limit)}) m`,
  )
  return rows.map(toMention)
}

/** What each event changed of what its provider had said of one thing so far, by event id: told as the whole story is. Pure. */
export function changesAlong(kind: Kind, said: readonly Told[]): Map<string, Change[]> {
  const mentions = [...said].sort((a, b) => comparePlaces(a, b) || (a.eventId < b.eventId ? -1 : 1))
  const { lines } = tellStory({ kind, mentions, lifecycles: new Map(), settings: DEFAULT_SETTINGS, now: 0 })
  return new Map(lines.map(({ eventId, changes }) => [eventId, changes]))
}
