import { Prisma, type PrismaClient } from '@/lib/db/client'
import { pillsOf } from '@/lib/runs/pills'
import type { RunPill } from '@/lib/runs/schemas'
import type { EventItem, EventSubject, ProblemNote, VerdictName } from './schemas'
import { subjectEntities } from './subject-entities'

/** Events and rejected deliveries as the list shows them, the newest first. Ids that there are not are left out. */
export async function itemsById(ids: readonly string[], client: PrismaClient): Promise<EventItem[]> {
  if (ids.length === 0) return []
  const asked = Prisma.sql`t.id = ANY(${[...ids]}::uuid[])`
  const [rows, runs, subjects] = await Promise.all([
    client.$queryRaw<EventRowResult[]>(Prisma.sql`
      ${EVENT_COLUMNS} WHERE ${asked}
      UNION ALL ${REJECTED_COLUMNS} WHERE ${asked} AND t.event_id IS NULL
      ORDER BY id DESC`),
    pillsOf([...ids], client),
    subjectEntities([...ids], client),
  ])
  return rows.map((row) => toItem(row, runs.get(row.id) ?? [], subjects.get(row.id) ?? null))
}

export interface EventRowResult {
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

/** The columns of a row for an event; `t` is the event. */
export const EVENT_COLUMNS = Prisma.sql`
  SELECT 'event' AS kind, t.id, t.provider, s.id AS source_id, s.slug AS source_slug, s.name AS source_name,
    t.type, t.subject_kind, t.subject_label, t.verdict,
    CASE WHEN t.verdict = 'unchecked' THEN 'no_secret' END AS reason,
    t.occurred_at, t.received_at, t.last_received_at, t.delivery_count, t.problems
  FROM event t JOIN source s ON s.id = t.source_id`

const REJECTED_COLUMNS = Prisma.sql`
  SELECT 'rejected' AS kind, t.id, s.provider, s.id AS source_id, s.slug AS source_slug, s.name AS source_name,
    t.claimed_type AS type, NULL AS subject_kind, NULL AS subject_label, t.verdict, t.reason,
    NULL::timestamptz AS occurred_at, t.received_at, t.received_at AS last_received_at, 1 AS delivery_count, NULL::jsonb AS problems
  FROM delivery t JOIN source s ON s.id = t.source_id`

/** A row with its runs, and the thing that it is about, as the API answers it. */
export function toItem<Run extends RunPill>(
  row: EventRowResult,
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
