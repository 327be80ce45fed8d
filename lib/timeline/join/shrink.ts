import type { PoolClient } from 'pg'
import { LONGEST_REST_MS } from '../partition/nodes'
import { recountNamings, shrinkNamings } from './counts'
import { deleteMentions, moveMentions } from './mentions'
import { insertNamings, namingsById, newNamingIds, type StoredNaming } from './namings'
import { areForAPeriod, layRuns } from './periods'
import type { StoredMention } from './stored-mentions'

/**
 * Takes mentions away and answers the namings that they hung on, also those that have none left, and the new ones into which
 * a period fell apart whose middle is gone.
 */
export async function shrink(
  client: PoolClient,
  removed: readonly StoredMention[],
): Promise<{ shrunk: StoredNaming[]; split: StoredNaming[] }> {
  if (removed.length === 0) return { shrunk: [], split: [] }
  await deleteMentions(client, removed)
  const ids = [...new Set(removed.map(({ namingId }) => namingId))]
  await shrinkNamings(client, removed)
  const shrunk = await namingsById(client, ids)
  const periods = shrunk.filter(({ names, mentions }) => areForAPeriod(names) && mentions > 1)
  const broken = await brokenAmong(client, periods, removed)
  const split = await splitPeriods(
    client,
    periods.filter(({ id }) => broken.has(id)),
  )
  return { shrunk, split }
}

/** Those of the periods in which too long a rest is left about a mention that is gone. */
async function brokenAmong(
  client: PoolClient,
  periods: readonly StoredNaming[],
  removed: readonly StoredMention[],
): Promise<Set<string>> {
  const ids = new Set(periods.map(({ id }) => id))
  const gone = removed.filter(({ namingId }) => ids.has(namingId))
  if (gone.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>({
    name: 'broken periods',
    text: `SELECT DISTINCT o.id FROM unnest($1::bigint[], $2::timestamptz[]) AS o(id, at),
        LATERAL (SELECT m.at FROM mention m WHERE m.naming_id = o.id AND m.at <= o.at ORDER BY m.at DESC LIMIT 1) b,
        LATERAL (SELECT m.at FROM mention m WHERE m.naming_id = o.id AND m.at >= o.at ORDER BY m.at LIMIT 1) a
      WHERE a.at - b.at > $3 * interval '1 millisecond'`,
    values: [gone.map(({ namingId }) => namingId), gone.map(({ at }) => new Date(at)), LONGEST_REST_MS],
  })
  return new Set(rows.map(({ id }) => id))
}

async function splitPeriods(client: PoolClient, namings: readonly StoredNaming[]): Promise<StoredNaming[]> {
  if (namings.length === 0) return []
  const { rows } = await client.query<{ naming_id: string; at: Date }>({
    name: 'times of namings',
    text: 'SELECT naming_id, at FROM mention WHERE naming_id = ANY($1::bigint[])',
    values: [namings.map(({ id }) => id)],
  })
  const parts = namings.flatMap((naming) => {
    const times = rows.flatMap(({ naming_id, at }) => (naming_id === naming.id ? [at.getTime()] : []))
    // The first period keeps the row.
    return layRuns([], times)
      .slice(1)
      .map(({ firstAt, lastAt }) => ({ from: naming, firstAt, lastAt }))
  })
  const ids = await newNamingIds(client, parts.length)
  const split = parts.map(({ from, firstAt, lastAt }, index) => ({
    ...{ ...from, id: ids[index] ?? '', firstAt, lastAt, mentions: 0, firstEntityId: from.entityId },
  }))
  await insertNamings(client, split)
  await moveMentions(
    client,
    parts.map(({ from, firstAt, lastAt }, index) => ({
      ...{ fromId: from.id, intoId: ids[index] ?? '', firstAt, lastAt },
    })),
  )
  await recountNamings(client, [...parts.map(({ from }) => from.id), ...ids])
  return split
}
