import type { PoolClient } from 'pg'
import type { FormerTie } from './compare'

/** A tie as the table has it, with an event that says so. */
export interface StoredTie extends FormerTie {
  at: number
}

/** Of several events that say one thing the earliest is its proof. */
const EARLIEST = `ON CONFLICT (from_id, relation, to_id) DO UPDATE SET event_id = excluded.event_id, at = excluded.at
  WHERE (excluded.at, excluded.event_id) < (naming_tie.at, naming_tie.event_id)`

/** An event says a tie where its subject is `s` and it mentions `o` with the relation's word as its role. */
const SAYS = `s.role = 'subject' AND o.event_id = s.event_id AND o.role NOT IN ('subject', 'named')`

/** Writes ties, or an earlier proof of those that stand. */
export async function writeTies(client: PoolClient, ties: readonly StoredTie[]): Promise<void> {
  const earliest = new Map<string, StoredTie>()
  for (const tie of ties) {
    const key = `${tie.fromId} ${tie.relation} ${tie.toId}`
    const known = earliest.get(key)
    if (!known || tie.at < known.at || (tie.at === known.at && tie.eventId < known.eventId)) earliest.set(key, tie)
  }
  if (earliest.size === 0) return
  const rows = [...earliest.values()].map(({ fromId, relation, toId, eventId, at }) => ({
    ...{ from_id: fromId, relation, to_id: toId, event_id: eventId, at: new Date(at).toISOString() },
  }))
  await client.query({
    name: 'write ties',
    text: `INSERT INTO naming_tie (from_id, relation, to_id, event_id, at)
      SELECT * FROM json_to_recordset($1) AS n(from_id bigint, relation text, to_id bigint, event_id uuid, at timestamptz)
      WHERE NOT EXISTS (
        SELECT FROM naming_tie t WHERE t.from_id = n.from_id AND t.relation = n.relation AND t.to_id = n.to_id
          AND (t.at, t.event_id) <= (n.at, n.event_id))
      ${EARLIEST}`,
    values: [JSON.stringify(rows)],
  })
}

/** Takes back what events said that say something else now: a tie that other events say as well keeps the earliest of those. */
export async function withdrawTies(client: PoolClient, ties: readonly FormerTie[]): Promise<void> {
  if (ties.length === 0) return
  const column = (pick: (tie: FormerTie) => string) => ties.map(pick)
  const values = [column((tie) => tie.fromId), column((tie) => tie.relation), column((tie) => tie.toId)]
  await client.query({
    name: 'delete ties',
    text: `DELETE FROM naming_tie t USING unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[])
        AS w(from_id, relation, to_id, event_id)
      WHERE t.from_id = w.from_id AND t.relation = w.relation AND t.to_id = w.to_id AND t.event_id = w.event_id`,
    values: [...values, column((tie) => tie.eventId)],
  })
  await client.query({
    name: 'derive ties',
    text: `INSERT INTO naming_tie (from_id, relation, to_id, event_id, at)
      SELECT w.from_id, w.relation, w.to_id, e.event_id, e.at
      FROM (SELECT DISTINCT * FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS t(from_id, relation, to_id)) w,
        LATERAL (SELECT s.event_id, s.at FROM mention s JOIN mention o ON ${SAYS}
          WHERE s.naming_id = w.from_id AND o.naming_id = w.to_id AND o.role = w.relation
          ORDER BY s.at, s.event_id LIMIT 1) e
      ${EARLIEST}`,
    values,
  })
}

/** Makes the ties of namings anew, whose mentions were moved. */
export async function deriveTiesOf(client: PoolClient, namingIds: readonly string[]): Promise<void> {
  if (namingIds.length === 0) return
  await client.query({
    name: 'delete ties of namings',
    text: 'DELETE FROM naming_tie WHERE from_id = ANY($1::bigint[]) OR to_id = ANY($1::bigint[])',
    values: [namingIds],
  })
  await client.query({
    name: 'derive ties of namings',
    text: `INSERT INTO naming_tie (from_id, relation, to_id, event_id, at)
      SELECT DISTINCT ON (from_id, relation, to_id) from_id, relation, to_id, event_id, at
      FROM (
        SELECT s.naming_id AS from_id, o.role AS relation, o.naming_id AS to_id, s.event_id, s.at
        FROM mention s JOIN mention o ON ${SAYS} WHERE s.naming_id = ANY($1::bigint[]) AND o.naming_id <> s.naming_id
        UNION ALL
        SELECT s.naming_id, o.role, o.naming_id, s.event_id, s.at
        FROM mention o JOIN mention s ON ${SAYS} WHERE o.naming_id = ANY($1::bigint[]) AND o.naming_id <> s.naming_id
      ) said
      ORDER BY from_id, relation, to_id, at, event_id
      ${EARLIEST}`,
    values: [namingIds],
  })
}
