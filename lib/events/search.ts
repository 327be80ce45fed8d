import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { pillsOf } from '@/lib/runs/pills'
import type { RunPill } from '@/lib/runs/schemas'
import { assertSensible } from './assert-sensible'
import { allOf, eventConditions, rejectedConditions } from './conditions'
import { asksForRuns } from './run-conditions'
import type { EventItem, EventList, EventSubject, EventsQuery, ProblemNote, VerdictName } from './schemas'
import { subjectEntities } from './subject-entities'

/**
 * Events, newest first, as the query asks; with `rejected=include` or `verdict=rejected` rejected deliveries stand
 * among them in their place. `after` answers everything newer and may repeat what is up to ten seconds older, because
 * commits become visible out of order: the caller knows by id what it has.
 */
export async function searchEvents(
  query: EventsQuery,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<EventList> {
  await assertSensible(query, client, now)
  const good = query.verdict?.filter((verdict) => verdict !== 'rejected')
  const wantsEvents = !good || good.length > 0
  const asksRejected = query.verdict ? query.verdict.includes('rejected') : query.rejected === 'include'
  const wantsRejected = asksRejected && !asksForRuns(query)
  const [events, rejected] = await Promise.all([
    wantsEvents ? client.$queryRaw<Row[]>(eventsSql({ ...query, verdict: good }, now)) : [],
    wantsRejected ? client.$queryRaw<Row[]>(rejectedSql(query, now)) : [],
  ])
  const rows = [...events, ...rejected].sort((a, b) => (a.id < b.id ? 1 : -1))
  const page = rows.slice(0, query.limit)
  const ids = page.filter(({ kind }) => kind === 'event').map(({ id }) => id)
  const [runs, subjects] = await Promise.all([pillsOf(ids, client), subjectEntities(ids, client)])
  const items = page.map((row) => toItem(row, runs.get(row.id) ?? [], subjects.get(row.id) ?? null))
  return { items, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

interface Row {
  kind: 'event' | 'rejected'
  id: string
  provider: string
  source_id: string
  source_slug: string
  source_name: string
  type: string | null
  subject_kind: string | null
  subject_label: string | null
  verdict: VerdictName
  reason: string | null
  occurred_at: Date | null
  received_at: Date
  last_received_at: Date
  delivery_count: number
  problems: ProblemNote[] | null
}

function eventsSql(query: EventsQuery, now: Date): Prisma.Sql {
  return Prisma.sql`
    ${EVENT_COLUMNS} WHERE ${allOf(eventConditions(query, now))} ORDER BY t.id DESC LIMIT ${query.limit + 1}`
}

/** The columns of a row for an event; `t` is the event. */
export const EVENT_COLUMNS = Prisma.sql`
  SELECT 'event' AS kind, t.id, t.provider, s.id AS source_id, s.slug AS source_slug, s.name AS source_name,
    t.type, t.subject_kind, t.subject_label, t.verdict,
    CASE WHEN t.verdict = 'unchecked' THEN 'no_secret' END AS reason,
    t.occurred_at, t.received_at, t.last_received_at, t.delivery_count, t.problems
  FROM event t JOIN source s ON s.id = t.source_id`

function rejectedSql(query: EventsQuery, now: Date): Prisma.Sql {
  const conditions = rejectedConditions(query, now)
  return Prisma.sql`
    SELECT 'rejected' AS kind, t.id, s.provider, s.id AS source_id, s.slug AS source_slug, s.name AS source_name,
      t.claimed_type AS type, NULL AS subject_kind, NULL AS subject_label, t.verdict, t.reason,
      NULL::timestamptz AS occurred_at, t.received_at, t.received_at AS last_received_at, 1 AS delivery_count, NULL::jsonb AS problems
    FROM delivery t JOIN source s ON s.id = t.source_id
    WHERE ${allOf(conditions)} ORDER BY t.id DESC LIMIT ${query.limit + 1}`
}

/** A row with its runs, and the thing that it is about, as the API answers it. */
export function toItem<Run extends RunPill>(
  row: Row,
  runs: Run[],
  entity: EventSubject['entity'],
): EventItem & { runs: Run[] } {
  return {
    kind: row.kind,
    id: row.id,
    provider: row.provider,
    source: { id: row.source_id, slug: row.source_slug, name: row.source_name },
    type: row.type,
    subject:
      row.subject_kind && row.subject_label ? { kind: row.subject_kind, label: row.subject_label, entity } : null,
    verdict: row.verdict,
    reason: row.reason,
    occurredAt: row.occurred_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    lastReceivedAt: row.last_received_at.toISOString(),
    deliveryCount: row.delivery_count,
    problems: row.problems ?? [],
    runs,
  }
}

export type EventRowResult = Row
