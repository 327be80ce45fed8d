import type { PoolClient } from 'pg'
import { decodeBody } from '@/lib/ingest/decode'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { splitName } from '@/lib/providers/identifiers'
import { CONTENT_BYTES } from '../content'

/** An event or a rejected delivery as it is indexed. */
export interface ItemToIndex {
  id: string
  /** The body that first announced it, without its content coding; of a large one only what content is made of, and a byte. */
  body: Uint8Array
  /** What it is found by beside its body: the values of its names, its dedupe key, its id. */
  names: string[]
}

interface Row {
  id: string
  identifiers: string[]
  dedupeKey: string | null
  headers: string
  body: Buffer
}

const SQL = `
  SELECT e.id, e.identifiers, e.dedupe_key AS "dedupeKey", d.headers, d.body
  FROM unnest($1::uuid[]) AS o(id) JOIN event e ON e.id = o.id JOIN delivery d ON d.id = e.first_delivery_id
  UNION ALL
  SELECT d.id, coalesce(d.claims, '{}'), NULL, d.headers, d.body
  FROM unnest($1::uuid[]) AS o(id) JOIN delivery d ON d.id = o.id WHERE d.event_id IS NULL`

/** The events and rejected deliveries of these ids, in their order; those that are not there any more are left out. */
export async function loadItems(client: PoolClient, ids: readonly string[]): Promise<ItemToIndex[]> {
  const { rows } = await client.query<Row>({ name: 'items to index', text: SQL, values: [ids] })
  return rows.map(toItem).sort((one, other) => (one.id < other.id ? -1 : 1))
}

function toItem({ id, identifiers, dedupeKey, headers, body }: Row): ItemToIndex {
  const values = identifiers.map((name) => splitName(name).value)
  return {
    id,
    body: headOf(decodeBody(fromHeaderLines(headers), body).bytes),
    names: [...new Set([...values, ...(dedupeKey === null ? [] : [dedupeKey]), id])],
  }
}

/** A copy, so that the rest can be let go. */
function headOf(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength > CONTENT_BYTES ? bytes.slice(0, CONTENT_BYTES + 1) : bytes
}
