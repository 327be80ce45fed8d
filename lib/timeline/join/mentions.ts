import type { PoolClient } from 'pg'
import type { NewMention } from './derive'
import type { StoredMention } from './stored-mentions'

/** Writes new mentions, each on its naming. */
export async function insertMentions(
  client: PoolClient,
  mentions: readonly { mention: NewMention; namingId: string }[],
): Promise<void> {
  if (mentions.length === 0) return
  await client.query({
    name: 'insert mentions',
    text: `INSERT INTO mention (naming_id, at, rank, tie, event_id, received_at, provider, type, role, set)
      SELECT naming_id, at, rank, tie, event_id, received_at, provider, type, role, set
      FROM json_to_recordset($1) AS t(naming_id bigint, at timestamptz, rank smallint, tie bigint, event_id uuid,
        received_at timestamptz, provider text, type text, role text, set json)
      ORDER BY naming_id`,
    values: [JSON.stringify(mentions.map(({ mention, namingId }) => toRow(mention, namingId)))],
  })
}

/** Writes what is not the same any more of mentions that stay where they are. */
export async function alterMentions(
  client: PoolClient,
  altered: readonly { before: StoredMention; after: NewMention }[],
): Promise<void> {
  if (altered.length === 0) return
  await client.query({
    name: 'alter mentions',
    text: `UPDATE mention m SET rank = t.rank, tie = t.tie, received_at = t.received_at, provider = t.provider, type = t.type,
        role = t.role, set = t.set
      FROM json_to_recordset($1) AS t(naming_id bigint, rank smallint, tie bigint, event_id uuid, received_at timestamptz,
        provider text, type text, role text, set json)
      WHERE m.event_id = t.event_id AND m.naming_id = t.naming_id`,
    values: [JSON.stringify(altered.map(({ before, after }) => toRow(after, before.namingId)))],
  })
}

/** Takes mentions away. */
export async function deleteMentions(client: PoolClient, mentions: readonly StoredMention[]): Promise<void> {
  if (mentions.length === 0) return
  await client.query({
    name: 'delete mentions',
    text: `DELETE FROM mention m USING unnest($1::uuid[], $2::bigint[]) AS t(event_id, naming_id)
      WHERE m.event_id = t.event_id AND m.naming_id = t.naming_id`,
    values: [mentions.map(({ eventId }) => eventId), mentions.map(({ namingId }) => namingId)],
  })
}

/** Moves the mentions between two times, both included, to another naming. */
export async function moveMentions(
  client: PoolClient,
  moves: readonly { fromId: string; intoId: string; firstAt: number; lastAt: number }[],
): Promise<void> {
  if (moves.length === 0) return
  await client.query({
    name: 'move mentions',
    text: `UPDATE mention m SET naming_id = t.into_id
      FROM json_to_recordset($1) AS t(from_id bigint, into_id bigint, first_at timestamptz, last_at timestamptz)
      WHERE m.naming_id = t.from_id AND m.at BETWEEN t.first_at AND t.last_at`,
    values: [
      JSON.stringify(
        moves.map(({ fromId, intoId, firstAt, lastAt }) => ({
          ...{ from_id: fromId, into_id: intoId },
          ...{ first_at: new Date(firstAt).toISOString(), last_at: new Date(lastAt).toISOString() },
        })),
      ),
    ],
  })
}

function toRow({ at, rank, tie, eventId, receivedAt, provider, type, role, set }: NewMention, namingId: string) {
  return {
    naming_id: namingId,
    at: new Date(at).toISOString(),
    ...{ rank, tie, event_id: eventId, received_at: new Date(receivedAt).toISOString(), provider, type, role, set },
  }
}
