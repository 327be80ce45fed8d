import type { PoolClient } from 'pg'
import { recountNamings } from './counts'
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
  await recountNamings(client, ids)
  const shrunk = await namingsById(client, ids)
  const split = await splitPeriods(
    client,
    shrunk.filter(({ names, mentions }) => areForAPeriod(names) && mentions > 1),
  )
  return { shrunk, split }
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
    ...{ ...from, id: ids[index] ?? '', firstAt, lastAt, mentions: 0 },
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
