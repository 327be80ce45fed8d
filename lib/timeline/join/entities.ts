import type { PoolClient } from 'pg'
import type { FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import type { State } from '../state'

/** An entity as lists show it. Times in milliseconds since 1970. */
export interface EntityRow {
  id: string
  storeId: string
  kind: Kind
  label: string
  state: string | null
  providers: string[]
  fields: State
  firstAt: number
  lastAt: number
  lastType: string
  mentions: number
  findings: FindingRule[]
  stuckAt: number | null
}

/** Writes entities, new ones and those that stand. */
export async function writeEntities(client: PoolClient, rows: readonly EntityRow[]): Promise<void> {
  if (rows.length === 0) return
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  await client.query({
    name: 'write entities',
    text: `INSERT INTO entity (id, store_id, kind, label, state, providers, fields, first_at, last_at, last_type, mentions,
        findings, stuck_at)
      SELECT * FROM json_to_recordset($1) AS t(id uuid, "storeId" uuid, kind text, label text, state text, providers text[],
        fields json, "firstAt" timestamptz, "lastAt" timestamptz, "lastType" text, mentions int, findings text[],
        "stuckAt" timestamptz)
      ON CONFLICT (id) DO UPDATE SET label = excluded.label, merged_into = NULL, state = excluded.state,
        providers = excluded.providers, fields = excluded.fields, first_at = excluded.first_at, last_at = excluded.last_at,
        last_type = excluded.last_type, mentions = excluded.mentions, findings = excluded.findings,
        stuck_at = excluded.stuck_at`,
    values: [
      JSON.stringify(
        rows.map((row) => ({
          ...row,
          ...{ firstAt: time(row.firstAt), lastAt: time(row.lastAt), stuckAt: time(row.stuckAt) },
        })),
      ),
    ],
  })
}

/** Those of these entities that have a row. */
export async function existing(client: PoolClient, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>({
    name: 'existing entities',
    text: 'SELECT id FROM entity WHERE id = ANY($1::uuid[])',
    values: [ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** What is kept of the mentions of these entities, by id. */
export async function loadFolded(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, Pick<EntityRow, 'fields' | 'providers'>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<Pick<EntityRow, 'id' | 'fields' | 'providers'>>({
    name: 'folded entities',
    text: 'SELECT id, fields, providers FROM entity WHERE id = ANY($1::uuid[])',
    values: [ids],
  })
  return new Map(rows.map(({ id, fields, providers }) => [id, { fields, providers }]))
}

/** Removes entities that no naming leads to any more, but for those that were joined into another. */
export async function removeEmpty(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query({
    name: 'remove empty entities',
    text: 'DELETE FROM entity WHERE id = ANY($1::uuid[]) AND merged_into IS NULL',
    values: [ids],
  })
}
