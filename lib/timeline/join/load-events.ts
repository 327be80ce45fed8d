import type { PoolClient } from 'pg'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import type { HeaderList } from '@/lib/providers/provider'

/** An event as it is joined. */
export interface EventToJoin {
  id: string
  storeId: string
  sourceId: string
  provider: string
  type: string
  dedupeKey: string
  occurredAt: Date | null
  receivedAt: Date
  /** Since when the provider has told the store of this type; null where it is noted nowhere. */
  toldSince: Date | null
  subjectKind: string | null
  identifiers: string[]
  headers: HeaderList
  body: Uint8Array
}

type Row = Omit<EventToJoin, 'headers'> & { headers: string }

const SQL = `
  SELECT e.id, s.store_id AS "storeId", e.source_id AS "sourceId", e.provider, e.type, e.dedupe_key AS "dedupeKey",
    e.occurred_at AS "occurredAt", e.received_at AS "receivedAt", e.subject_kind AS "subjectKind", e.identifiers,
    d.headers, d.body, t.first_at AS "toldSince"
  FROM unnest($1::uuid[]) AS o(id) JOIN event e ON e.id = o.id JOIN source s ON s.id = e.source_id
  JOIN delivery d ON d.id = e.first_delivery_id
  LEFT JOIN told_type t ON t.store_id = s.store_id AND t.provider = e.provider AND t.type = e.type`

/** The events with the bytes that first announced them; those that are not there any more are left out. */
export async function loadEvents(client: PoolClient, ids: readonly string[]): Promise<EventToJoin[]> {
  const { rows } = await client.query<Row>({ name: 'events to join', text: SQL, values: [[...new Set(ids)]] })
  return rows.map((row) => ({ ...row, headers: fromHeaderLines(row.headers) }))
}
