import type { PoolClient } from 'pg'
import type { Kind } from '../kinds'
import { namingKey } from './derive'

/** A mention as the table has it. */
export interface StoredMention {
  namingId: string
  eventId: string
  entityId: string
  /** Of its naming: the entity that it began with. */
  firstEntityId: string
  kind: Kind
  names: string[]
  /** Of its naming: namingKey. */
  key: string
  at: number
  rank: number
  tie: string
  receivedAt: number
  provider: string
  type: string
  role: string
  /** JSON as it was written. */
  set: string | null
}

interface Row {
  naming_id: string
  event_id: string
  entity_id: string
  first_entity_id: string
  store_id: string
  kind: Kind
  names: string[]
  at: Date
  rank: number
  tie: string
  received_at: Date
  provider: string
  type: string
  role: string
  set: string | null
}

const SQL = `
  SELECT m.naming_id, m.event_id, n.entity_id, n.first_entity_id, n.store_id, n.kind, n.names, m.at, m.rank, m.tie,
    m.received_at, m.provider, m.type, m.role, m.set::text AS set
  FROM unnest($1::uuid[]) AS o(id),
    LATERAL (SELECT * FROM mention WHERE event_id = o.id OFFSET 0) m,
    LATERAL (SELECT * FROM naming WHERE id = m.naming_id OFFSET 0) n`

/** What the tables say of these events. */
export async function loadStored(client: PoolClient, eventIds: readonly string[]): Promise<StoredMention[]> {
  const { rows } = await client.query<Row>({ name: 'stored mentions', text: SQL, values: [[...new Set(eventIds)]] })
  return rows.map(({ store_id, names, kind, ...row }) => ({
    ...{ namingId: row.naming_id, eventId: row.event_id, kind, names },
    ...{ entityId: row.entity_id, firstEntityId: row.first_entity_id },
    key: namingKey(store_id, { kind, names }),
    ...{ at: row.at.getTime(), rank: row.rank, tie: row.tie, receivedAt: row.received_at.getTime() },
    ...{ provider: row.provider, type: row.type, role: row.role, set: row.set },
  }))
}
