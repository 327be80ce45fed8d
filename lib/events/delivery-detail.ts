import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { acknowledgement, rejection } from '@/lib/ingest/answer'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { DELIVERY_COLUMNS, type DeliveryRowResult, toDeliveryItem } from './deliveries'
import type { DeliveryDetail } from './schemas'

/** One delivery with its headers and our answer, or null where there is none of this id. */
export async function deliveryDetail(id: string, client: PrismaClient = db()): Promise<DeliveryDetail | null> {
  const [row] = await client.$queryRaw<DetailRow[]>(Prisma.sql`${DETAIL_SQL} WHERE t.id = ${id}::uuid`)
  return row ? toDeliveryDetail(row) : null
}

/** The exact bytes that were received (the head of them where the body was over the limit), or null. */
export async function deliveryBody(id: string, client: PrismaClient = db()): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await client.delivery.findUnique({ where: { id }, select: { body: true } })
  return row ? row.body : null
}

/** An event's first delivery and the latest of its repeats, 100 together, in the order in which they came. */
export async function deliveriesOf(eventId: string, client: PrismaClient = db()): Promise<DeliveryDetail[]> {
  const rows = await client.$queryRaw<DetailRow[]>(Prisma.sql`
    ${DETAIL_SQL} WHERE t.id = e.first_delivery_id AND e.id = ${eventId}::uuid
    UNION ALL
    (${DETAIL_SQL} WHERE t.event_id = ${eventId}::uuid AND t.id <> e.first_delivery_id ORDER BY t.id DESC LIMIT 99)
    ORDER BY id`)
  const first = rows.findIndex((row) => row.id === row.first_delivery_id)
  return [...rows.splice(Math.max(first, 0), 1), ...rows].map(toDeliveryDetail)
}

const DETAIL_SQL = Prisma.sql`
  SELECT ${DELIVERY_COLUMNS}, t.headers, e.first_delivery_id,
    (f.body = t.body AND f.body_bytes = t.body_bytes) AS same_body
  FROM delivery t
  JOIN source s ON s.id = t.source_id
  LEFT JOIN event e ON e.id = t.event_id
  LEFT JOIN delivery f ON f.id = e.first_delivery_id`

interface DetailRow extends DeliveryRowResult {
  headers: string
  first_delivery_id: string | null
  same_body: boolean | null
}

function toDeliveryDetail(row: DetailRow): DeliveryDetail {
  return {
    ...toDeliveryItem(row),
    headers: fromHeaderLines(row.headers),
    answer: answerOf(row),
    sameBodyAsFirst: row.same_body,
  }
}

function answerOf(row: DetailRow): string {
  if (row.event_id) {
    return acknowledgement(row.id === row.first_delivery_id ? 'accepted' : 'duplicate', row.id, row.event_id).body
  }
  const reason = row.reason as Parameters<typeof rejection>[0]['reason']
  return rejection({ verdict: 'rejected', reason, detail: row.verdict_detail }, row.status, row.id).body
}
