import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { splitName } from '@/lib/providers/identifiers'
import { arrivalCondition, isArrivalTerm } from '@/lib/search/sql/arrival-condition'
import { every, toSql } from '@/lib/search/sql/condition'
import { idBounds } from '@/lib/search/sql/id-bounds'
import { termsOf } from '@/lib/search/terms-of'
import { assertSensible } from './assert-sensible'
import type { DeliveriesQuery, DeliveryItem, DeliveryList, VerdictName } from './schemas'

/** Deliveries of every kind, newest first: good ones, repeats and rejected ones. */
export async function searchDeliveries(
  query: DeliveriesQuery,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<DeliveryList> {
  await assertSensible(query, client, now)
  const { provider, source, from, to, cursor, verdict } = query
  const terms = termsOf({ provider, source, from, to }).filter((term) => term.kind === 'field')
  const conditions = every([
    ...idBounds(terms, { cursor }, now)(Prisma.sql`t.id`),
    ...terms.filter(isArrivalTerm).map((term) => arrivalCondition(term, now)),
    verdict ? verdictCondition(verdict) : true,
  ])
  const rows = await client.$queryRaw<DeliveryRowResult[]>(Prisma.sql`
    SELECT ${DELIVERY_COLUMNS} FROM delivery t JOIN source s ON s.id = t.source_id
    WHERE ${toSql(conditions)} ORDER BY t.id DESC LIMIT ${query.limit + 1}`)
  const page = rows.slice(0, query.limit)
  return { items: page.map(toDeliveryItem), nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** A rejected delivery is one without an event, which an index knows. */
function verdictCondition(verdicts: VerdictName[]): Prisma.Sql {
  return verdicts.length === 1 && verdicts[0] === 'rejected'
    ? Prisma.sql`t.event_id IS NULL`
    : Prisma.sql`t.verdict = ANY(${verdicts})`
}

/** The columns of a delivery `t` of a source `s`, without headers and body. */
export const DELIVERY_COLUMNS = Prisma.sql`
  t.id, t.event_id, s.provider, s.id AS source_id, s.slug AS source_slug, s.name AS source_name, t.received_at,
  t.recorded_at, t.remote_address, t.path, t.verdict, t.reason, t.verdict_detail, t.status, t.body_bytes,
  octet_length(t.body) AS stored_bytes, t.claimed_type, t.claims`

export interface DeliveryRowResult {
  id: string
  event_id: string | null
  provider: string
  source_id: string
  source_slug: string
  source_name: string
  received_at: Date
  recorded_at: Date
  remote_address: string | null
  path: string
  verdict: VerdictName
  reason: string | null
  verdict_detail: DeliveryItem['verdictDetail']
  status: number
  body_bytes: number
  stored_bytes: number
  claimed_type: string | null
  claims: string[]
}

/** A delivery as the API answers it. */
export function toDeliveryItem(row: DeliveryRowResult): DeliveryItem {
  return {
    id: row.id,
    eventId: row.event_id,
    provider: row.provider,
    source: { id: row.source_id, slug: row.source_slug, name: row.source_name },
    receivedAt: row.received_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    remoteAddress: row.remote_address,
    path: row.path,
    verdict: row.verdict,
    reason: row.reason,
    verdictDetail: row.verdict_detail,
    status: row.status,
    bodyBytes: row.body_bytes,
    storedBytes: row.stored_bytes,
    claimedType: row.claimed_type,
    claims: row.claims.map(splitName),
  }
}
