import type { PoolClient } from 'pg'
import { comparePlaces, type PlacedMention } from '../mention'
import type { Told } from '../told'

interface Row {
  naming_id: string
  at: Date
  rank: number
  tie: string
  event_id: string
  received_at: Date
  provider: string
  type: string
  role: string
  set: PlacedMention['set']
}

const COLUMNS = 'm.naming_id, m.at, m.rank, m.tie, m.event_id, m.received_at, m.provider, m.type, m.role, m.set'
const LATEST_FIRST = 'm.at DESC, m.rank DESC, m.tie DESC, m.event_id DESC'

/** What says something of a thing, rather than naming it by the way; of mentions `m`, as mention_told_idx has them. */
export const TELLS_SQL = `(m.set IS NOT NULL OR m.role = 'subject')`

/** The same of one mention. */
export function tells({ set, role }: Pick<PlacedMention, 'role'> & { set: object | string | null }): boolean {
  return set !== null || role === 'subject'
}

/**
 * The latest mentions of each of these entities, at most `limit` of each, by entity and in their order, with how often their
 * events were received: `all` of them, or those that say something (`telling`).
 */
export async function latestMentions(
  client: PoolClient,
  entityIds: readonly string[],
  which: 'all' | 'telling',
  limit: number,
): Promise<Map<string, Told[]>> {
  if (entityIds.length === 0) return new Map()
  const { rows } = await client.query<Row & { entity_id: string; delivery_count: number }>({
    name: `latest mentions, ${which}`,
    text: `SELECT o.id AS entity_id, ${COLUMNS}, e.delivery_count
      FROM unnest($1::uuid[]) AS o(id),
        LATERAL (SELECT m.* FROM naming n,
            LATERAL (SELECT * FROM mention m WHERE m.naming_id = n.id ${which === 'all' ? '' : `AND ${TELLS_SQL}`}
              ORDER BY ${LATEST_FIRST} LIMIT (SELECT $2::int)) m
          WHERE n.entity_id = o.id ORDER BY ${LATEST_FIRST} LIMIT $2) m,
        LATERAL (SELECT delivery_count FROM event WHERE id = m.event_id OFFSET 0) e`,
    values: [entityIds, limit],
  })
  const byEntity = new Map<string, Told[]>()
  for (const row of rows) {
    const told = { ...toPlaced(row), deliveryCount: row.delivery_count }
    const known = byEntity.get(row.entity_id)
    if (known) known.push(told)
    else byEntity.set(row.entity_id, [told])
  }
  return new Map([...byEntity].map(([id, told]) => [id, inOrder(told)]))
}

/** All mentions on a naming, in pages, so that any number of them takes the same memory. */
export async function* allMentions(
  client: PoolClient,
  namingId: string,
  pageSize: number,
): AsyncGenerator<PlacedMention[]> {
  let last: Row | undefined
  for (;;) {
    const { rows }: { rows: Row[] } = await client.query<Row>({
      name: 'page of mentions',
      text: `SELECT ${COLUMNS} FROM mention m WHERE m.naming_id = $1
          AND (m.at, m.rank, m.tie, m.event_id) > ($2::timestamptz, $3::smallint, $4::bigint, $5::uuid)
        ORDER BY m.at, m.rank, m.tie, m.event_id LIMIT $6`,
      values: [namingId, last?.at ?? '-infinity', last?.rank ?? 0, last?.tie ?? 0, last?.event_id ?? NO_ID, pageSize],
    })
    if (rows.length > 0) yield rows.map(toPlaced)
    if (rows.length < pageSize) return
    last = rows.at(-1)
  }
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

/** In the order of a timeline; what stands at one place by the event's id. */
function inOrder<T extends PlacedMention>(mentions: readonly T[]): T[] {
  return [...mentions].sort((a, b) => comparePlaces(a, b) || (a.eventId < b.eventId ? -1 : 1))
}

function toPlaced({ at, rank, tie, event_id, received_at, provider, type, role, set }: Row): PlacedMention {
  return {
    at: at.getTime(),
    rank,
    tie,
    eventId: event_id,
    provider,
    type,
    role,
    receivedAt: received_at.getTime(),
    set,
  }
}
