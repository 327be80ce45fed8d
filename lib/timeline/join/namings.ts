import type { PoolClient } from 'pg'
import type { Kind } from '../kinds'

/** A naming as the table has it. OFFSET 0 below keeps each look-up one by index, however many rows the planner expects. */
export interface StoredNaming {
  id: string
  storeId: string
  kind: Kind
  names: string[]
  firstAt: number
  lastAt: number
  mentions: number
  entityId: string
  /** The one that it began with. */
  firstEntityId: string
}

interface Row {
  id: string
  store_id: string
  kind: Kind
  names: string[]
  first_at: Date
  last_at: Date
  mentions: number
  entity_id: string
  first_entity_id: string
}

const COLUMNS = 'n.id, n.store_id, n.kind, n.names, n.first_at, n.last_at, n.mentions, n.entity_id, n.first_entity_id'

/** The namings with exactly these names, of a number one for each period. */
export async function findNamings(
  client: PoolClient,
  wanted: readonly { storeId: string; kind: Kind; names: readonly string[] }[],
): Promise<StoredNaming[]> {
  if (wanted.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'namings of names',
    text: `SELECT ${COLUMNS} FROM json_to_recordset($1) AS w("storeId" uuid, kind text, names text[]),
      LATERAL (SELECT * FROM naming n WHERE n.names = w.names AND n.store_id = w."storeId" AND n.kind = w.kind OFFSET 0) n`,
    values: [JSON.stringify(wanted.map(({ storeId, kind, names }) => ({ storeId, kind, names })))],
  })
  return rows.map(toNaming)
}

/** The namings of these entities. */
export async function namingsOfEntities(client: PoolClient, entityIds: readonly string[]): Promise<StoredNaming[]> {
  if (entityIds.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'namings of entities',
    text: `SELECT ${COLUMNS} FROM unnest($1::uuid[]) AS o(id) JOIN naming n ON n.entity_id = o.id`,
    values: [[...new Set(entityIds)]],
  })
  return rows.map(toNaming)
}

/** The namings with these ids. */
export async function namingsById(client: PoolClient, ids: readonly string[]): Promise<StoredNaming[]> {
  const { rows } = await client.query<Row>({
    name: 'namings by id',
    text: `SELECT ${COLUMNS} FROM naming n WHERE n.id = ANY($1::bigint[])`,
    values: [ids],
  })
  return rows.map(toNaming)
}

/** A name in a store. */
export interface StoreName {
  storeId: string
  name: string
}

/** The namings that hold each of these names, in the order asked for; at most `limit` of each, the oldest first. */
export async function namingsHolding(
  client: PoolClient,
  wanted: readonly StoreName[],
  limit: number | null,
): Promise<StoredNaming[][]> {
  const holders: StoredNaming[][] = wanted.map(() => [])
  if (wanted.length === 0) return holders
  const { rows } = await client.query<Row & { position: string }>({
    name: 'namings with names',
    text: `SELECT w.position, ${COLUMNS}
      FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS w(store_id, name, position),
      LATERAL (SELECT naming_id FROM naming_name h WHERE h.store_id = w.store_id AND h.name = w.name
        ORDER BY naming_id LIMIT $3) h,
      LATERAL (SELECT * FROM naming n WHERE n.id = h.naming_id OFFSET 0) n`,
    values: [wanted.map(({ storeId }) => storeId), wanted.map(({ name }) => name), limit],
  })
  const known = new Map<string, StoredNaming>()
  for (const row of rows) {
    const naming = known.get(row.id) ?? toNaming(row)
    known.set(row.id, naming)
    holders[Number(row.position) - 1]?.push(naming)
  }
  return holders
}

/** Writes new namings with their names. `ids` of `newNamingIds`. */
export async function insertNamings(client: PoolClient, namings: readonly StoredNaming[]): Promise<void> {
  if (namings.length === 0) return
  await client.query({
    name: 'insert namings',
    text: `
      WITH given AS (
        SELECT * FROM json_to_recordset($1) AS t(id bigint, "storeId" uuid, kind text, names text[], "firstAt" timestamptz,
          "lastAt" timestamptz, mentions int, "entityId" uuid, "firstEntityId" uuid)
      ), made AS (
        INSERT INTO naming (id, store_id, kind, names, first_at, last_at, mentions, entity_id, first_entity_id)
        SELECT id, "storeId", kind, names, "firstAt", "lastAt", mentions, "entityId", "firstEntityId" FROM given ORDER BY id
      )
      INSERT INTO naming_name (store_id, name, naming_id) SELECT "storeId", unnest(names), id FROM given`,
    values: [
      JSON.stringify(
        namings.map((naming) => ({
          ...naming,
          firstAt: new Date(naming.firstAt).toISOString(),
          lastAt: new Date(naming.lastAt).toISOString(),
        })),
      ),
    ],
  })
}

/** So many ids for new namings, higher than all before. */
export async function newNamingIds(client: PoolClient, count: number): Promise<string[]> {
  if (count === 0) return []
  const { rows } = await client.query<{ id: string }>({
    name: 'new naming ids',
    text: `SELECT nextval('naming_id_seq') AS id FROM generate_series(1, $1)`,
    values: [count],
  })
  return rows.map(({ id }) => id)
}

function toNaming(row: Row): StoredNaming {
  return {
    ...{ id: row.id, storeId: row.store_id, kind: row.kind, names: row.names, mentions: row.mentions },
    ...{ firstAt: row.first_at.getTime(), lastAt: row.last_at.getTime() },
    ...{ entityId: row.entity_id, firstEntityId: row.first_entity_id },
  }
}
