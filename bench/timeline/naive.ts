import type { Naive } from '../questions/question'
import type { TimedClient } from '../questions/timed-client'
import type { Picks } from './picks'

const EVENT = 'e.id, e.type, e.provider, e.occurred_at, e.received_at, e.delivery_count'
/** Few: each of them reads everything. */
const SEARCHES = 5
const PAGE_ROWS = 50

const BY_IDENTIFIERS_SQL = `
  WITH named AS (SELECT event_id FROM event_identifier WHERE key = identifier_key($1::uuid, $2)),
    names AS (SELECT DISTINCT identifier_key($1::uuid, x.name) AS key
      FROM named JOIN event e ON e.id = named.event_id, unnest(e.identifiers) AS x(name)),
    found AS (SELECT DISTINCT i.event_id FROM names JOIN event_identifier i USING (key))
  SELECT ${EVENT}, d.body FROM found JOIN event e ON e.id = found.event_id
  JOIN delivery d ON d.id = e.first_delivery_id ORDER BY e.occurred_at LIMIT 100`

/** What the questions are compared with. */
export async function naivesOf(picks: Picks, { query }: TimedClient): Promise<Naive[]> {
  const numbers = await query<{ name: string }>(
    `SELECT DISTINCT ON (n.entity_id) x.name FROM naming n, unnest(n.names) AS x(name)
     WHERE n.entity_id = ANY($1) AND x.name LIKE 'order\\_number:%' ORDER BY n.entity_id, x.name`,
    [picks.orders],
  )
  const [busiest] = await query<{ name: string }>(
    `SELECT x.name FROM naming n, unnest(n.names) AS x(name) WHERE n.entity_id = $1 AND x.name LIKE 'phone:%' LIMIT 1`,
    [picks.busiestCustomer],
  )
  const values = numbers.map(({ name }) => name.slice('order_number:'.length))
  const rows = await query<{ deep: number }>(`SELECT count(*)::int / 2 AS deep FROM entity WHERE kind = 'order'`)
  return [
    {
      title: 'search the bodies for the number',
      instead: 'timeline of an order, own',
      arguments: values.slice(0, SEARCHES).map((value) => [`%"${value}"%`]),
      sql: `SELECT ${EVENT}, convert_from(d.body, 'UTF8') FROM event e JOIN delivery d ON d.id = e.first_delivery_id
        WHERE convert_from(d.body, 'UTF8') LIKE $1 ORDER BY e.occurred_at LIMIT 100`,
    },
    {
      // Every identifier of every event that names the order, and every event with one of those.
      title: 'join events by their identifiers, without entities',
      instead: 'timeline of an order, own',
      arguments: values.map((value) => [picks.storeId, `order_number:${value}`]),
      sql: BY_IDENTIFIERS_SQL,
    },
    {
      title: 'the same for the busiest customer',
      instead: 'timeline of the busiest customer, story',
      arguments: Array.from({ length: SEARCHES }, () => [picks.storeId, busiest?.name ?? '']),
      sql: BY_IDENTIFIERS_SQL,
    },
    {
      title: 'group the events by what they are about',
      instead: 'list of orders',
      arguments: Array.from({ length: SEARCHES }, () => []),
      sql: `SELECT subject_label, max(occurred_at) AS last_at, count(*) FROM event WHERE subject_kind = 'order'
        GROUP BY subject_label ORDER BY last_at DESC LIMIT ${PAGE_ROWS}`,
    },
    {
      title: 'go half way down the list by OFFSET',
      instead: 'list, page 20',
      arguments: Array.from({ length: 2 * SEARCHES }, () => [rows[0]?.deep ?? 0]),
      sql: `SELECT * FROM entity WHERE kind = 'order' AND merged_into IS NULL ORDER BY last_at DESC, id DESC
        LIMIT ${PAGE_ROWS} OFFSET $1`,
    },
    {
      title: 'search the names for the text',
      instead: 'list by identifier',
      arguments: values.slice(0, 4 * SEARCHES).map((value) => [`%${value}%`]),
      sql: `SELECT e.* FROM entity e JOIN naming n ON n.entity_id = e.id
        WHERE e.kind = 'order' AND array_to_string(n.names, ' ') ILIKE $1 LIMIT ${PAGE_ROWS}`,
    },
  ]
}
