import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import type { EntityDetail } from '../schemas'
import { fieldsOf, foldMentions, statusesOf, wordOf } from '../state'
import { anyLimit, MENTION_COLUMNS, type MentionRow, toMention } from './mentions'
import { namingsOf } from './namings'

const NAMINGS = 500
const MENTIONS = 2000

interface PlaceRow {
  at: Date
  rank: number
  tie: string
}

/**
 * A thing with its state, statuses and fields as they were after an event, told by its latest 2,000 mentions until then;
 * the rest as it is. Throws `invalid_request` where the event is in no timeline.
 */
export async function asOf(detail: EntityDetail, eventId: string, client: PrismaClient = db()): Promise<EntityDetail> {
  const namings = await namingsOf([detail.id], NAMINGS, client)
  const namingIds = namings.map(({ id }) => id)
  const place = await placeOf(eventId, namingIds, client)
  if (!place) {
    const message = say('expected.eventOfTimeline', { id: eventId })
    throw invalidParameters([{ parameter: 'asOf', message }])
  }
  const state = foldMentions(await mentionsUntil(place, eventId, namingIds, client))
  return { ...detail, state: wordOf(state), statuses: statusesOf(state), fields: fieldsOf(state) }
}

/** Where the event stands: by its mention of the thing itself, else of whatever it tells of last. */
async function placeOf(
  eventId: string,
  namingIds: readonly string[],
  client: PrismaClient,
): Promise<PlaceRow | undefined> {
  const [place] = await client.$queryRaw<PlaceRow[]>(Prisma.sql`
    SELECT at, rank, tie::text FROM mention WHERE event_id = ${eventId}::uuid
    ORDER BY naming_id = ANY(${namingIds}::bigint[]) DESC, at DESC, rank DESC LIMIT 1`)
  return place
}

async function mentionsUntil(
  { at, rank, tie }: PlaceRow,
  eventId: string,
  namingIds: readonly string[],
  client: PrismaClient,
) {
  const rows = await client.$queryRaw<
    (Omit<MentionRow, 'at' | 'receivedAt' | 'deliveryCount'> & { at: Date; receivedAt: Date })[]
  >(Prisma.sql`
    SELECT ${MENTION_COLUMNS} FROM unnest(${namingIds}::bigint[]) AS n(id)
    CROSS JOIN LATERAL (
      SELECT * FROM mention WHERE naming_id = n.id AND set IS NOT NULL
        AND (at, rank, tie, event_id) <= (${at}::timestamptz, ${rank}::smallint, ${tie}::bigint, ${eventId}::uuid)
      ORDER BY at DESC, rank DESC, tie DESC, event_id DESC LIMIT ${anyLimit(MENTIONS)}) m
    ORDER BY m.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC LIMIT ${MENTIONS}`)
  return rows.map(toMention)
}
