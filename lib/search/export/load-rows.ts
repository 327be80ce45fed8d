import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { EventItem } from '@/lib/events/schemas'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { splitName } from '@/lib/providers/identifiers'
import type { ExportRow } from './row'

/** Items of the list with what else is exported of them, in their order. One that was deleted meanwhile is left out. */
export async function loadRows(items: readonly EventItem[], client: PrismaClient): Promise<ExportRow[]> {
  const idsOf = (kind: EventItem['kind']) => items.filter((item) => item.kind === kind).map(({ id }) => id)
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id, e.dedupe_key, d.id AS delivery_id, e.identifiers, '{}'::text[] AS claims, d.headers, d.body
    FROM event e JOIN delivery d ON d.id = e.first_delivery_id WHERE e.id = ANY(${idsOf('event')}::uuid[])
    UNION ALL
    SELECT d.id, NULL, d.id, '{}'::text[], d.claims, d.headers, d.body
    FROM delivery d WHERE d.id = ANY(${idsOf('rejected')}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return items.flatMap((item): ExportRow[] => {
    const row = byId.get(item.id)
    if (!row) return []
    return [
      {
        ...item,
        dedupeKey: row.dedupe_key,
        deliveryId: row.delivery_id,
        identifiers: row.identifiers.map(splitName),
        claims: row.claims.map(splitName),
        headers: fromHeaderLines(row.headers),
        body: row.body,
      },
    ]
  })
}

interface Row {
  id: string
  dedupe_key: string | null
  delivery_id: string
  identifiers: string[]
  claims: string[]
  headers: string
  body: Uint8Array
}
