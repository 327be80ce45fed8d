import { Prisma, type PrismaClient } from '@/lib/db/client'
import { tieOf, timeOf } from '../join/place'
import type { Kind } from '../kinds'
import { entityName, identifierOf, joining, readName } from '../names'
import type { TimelinePlace } from './cursor'
import type { ScopeNaming } from './scope'

/** An event that was acknowledged, but is not joined yet. */
export interface PendingEvent extends TimelinePlace {
  provider: string
  type: string
  subjectKind: string | null
  receivedAt: number
  deliveryCount: number
  isTimeKnown: boolean
  /** As entities have them. */
  names: string[]
}

interface Row {
  id: string
  sourceId: string
  dedupeKey: string
  provider: string
  type: string
  subjectKind: string | null
  occurredAt: Date | null
  receivedAt: Date
  deliveryCount: number
  identifiers: string[]
}

const NAMES = 500
const EVENTS_OF_A_NAME = 50
const PERIOD_MS = 180 * 24 * 60 * 60 * 1000

/**
 * The events that name one of these things and were acknowledged, but wait to be joined: of each name at most the latest 50.
 * Where nothing waits this is one look at two empty tables.
 */
export async function pendingOf(
  storeId: string,
  scope: readonly ScopeNaming[],
  lastAt: Date,
  client: PrismaClient,
): Promise<PendingEvent[]> {
  const names = new Set(scope.flatMap((naming) => naming.names).slice(0, NAMES))
  const identifiers = [...new Set([...names].map(identifierOf))]
  if (identifiers.length === 0) return []
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT DISTINCT e.id, e.source_id AS "sourceId", e.dedupe_key AS "dedupeKey", e.provider, e.type,
      e.subject_kind AS "subjectKind", e.occurred_at AS "occurredAt", e.received_at AS "receivedAt",
      e.delivery_count AS "deliveryCount", e.identifiers
    FROM unnest(${identifiers}::text[]) AS x(name)
    CROSS JOIN LATERAL (${unjoinedSql(Prisma.sql`${storeId}::uuid`)}) k
    CROSS JOIN LATERAL (SELECT * FROM event WHERE id = k.event_id OFFSET 0) e
    WHERE ${SOMETHING_WAITS}`)
  return rows
    .map(toPending)
    .filter((event) => event.names.some((name) => names.has(name) && isTrusted(name, event, scope, lastAt.getTime())))
}

/** Whether anything waits to be put on its timelines. */
export const SOMETHING_WAITS = Prisma.sql`
  (EXISTS (SELECT FROM pending_batch) OR EXISTS (SELECT FROM pending_join))`

/**
 * Of the latest 50 events that have the name `x.name` in a store the ids of those that wait to be joined for the first time. An
 * event that nothing could join waits no more. What waits is read once, and only where there is an event without a mention.
 */
export function unjoinedSql(storeId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT u.event_id FROM (
      SELECT i.event_id FROM (
        SELECT event_id FROM event_identifier WHERE key = identifier_key(${storeId}, x.name)
        ORDER BY event_id DESC LIMIT ${EVENTS_OF_A_NAME}) i
      WHERE NOT EXISTS (SELECT FROM mention WHERE event_id = i.event_id) OFFSET 0) u
    WHERE u.event_id IN (SELECT unnest(event_ids) FROM pending_batch)
      OR u.event_id IN (SELECT unnest(event_ids) FROM pending_join)`
}

function toPending(row: Row): PendingEvent {
  const { id, sourceId, dedupeKey, occurredAt, receivedAt, identifiers, ...rest } = row
  const at = timeOf({ occurredAt, receivedAt })
  return {
    ...{ ...rest, eventId: id, at, rank: 0, tie: tieOf(sourceId, dedupeKey), receivedAt: receivedAt.getTime() },
    isTimeKnown: occurredAt !== null && occurredAt.getTime() === at,
    names: identifiers.map((identifier) => entityName(identifier, row.provider)),
  }
}

/** A name that may have been given to something else does not bring the event here: joining will find out where it belongs. */
function isTrusted(name: string, { names, at }: PendingEvent, scope: readonly ScopeNaming[], lastAt: number): boolean {
  const { level, forAPeriod } = joining(name)
  if (level === 0) return true
  if (forAPeriod && at - lastAt > PERIOD_MS) return false
  const known = scope.filter((naming) => naming.names.includes(name)).map(({ of }) => of.id)
  const own = scope.filter(({ of }) => known.includes(of.id)).flatMap((naming) => naming.names)
  return !names.some((other) => contradicts(other, own, names))
}

/** Another id by the same provider than the thing has, where the event has none of its ids. */
function contradicts(name: string, own: readonly string[], said: readonly string[]): boolean {
  const issued = ownIds(own, name)
  return issued.length > 0 && !issued.some((id) => said.includes(id))
}

function ownIds(own: readonly string[], name: string): string[] {
  const { scheme, issuer } = readName(name)
  if (issuer === null) return []
  return own.filter((other) => {
    const parts = readName(other)
    return parts.scheme === scheme && parts.issuer === issuer
  })
}

/** Of which thing of the scope the event tells: of its subject's kind where there is one, else the thing asked for. */
export function thingOf({ names, subjectKind }: PendingEvent, scope: readonly ScopeNaming[], entityId: string) {
  const named = scope.filter((naming) => naming.names.some((name) => names.includes(name))).map(({ of }) => of)
  const isSubject = ({ kind }: { kind: Kind }) => kind === subjectKind
  return named.find(isSubject) ?? named.find(({ id }) => id === entityId) ?? named[0]
}
