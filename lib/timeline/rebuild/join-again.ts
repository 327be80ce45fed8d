import type { PoolClient } from 'pg'
import { joinEvents } from '../join/join-events'
import type { StoreName } from '../join/namings'
import { refresh } from '../join/refresh'
import { settle } from '../join/settle'
import { readAgain } from './read-again'

/**
 * Reads events again and puts them on their timelines with the rules of today, also those rules by which names belong together.
 * In the caller's transaction, under the lock of timelines. Answers how many of the events say something else than before.
 */
export async function joinAgain(client: PoolClient, eventIds: readonly string[]): Promise<number> {
  const reread = await readAgain(client, eventIds)
  const others = eventIds.filter((id) => !reread.has(id))
  if (reread.size > 0) await joinEvents(client, [...reread])
  const changed = others.length > 0 ? await joinEvents(client, others) : 0
  const { rows: names } = await client.query<StoreName>({
    name: 'names of events',
    text: `SELECT DISTINCT n.store_id AS "storeId", name
      FROM unnest($1::uuid[]) AS o(id) JOIN mention m ON m.event_id = o.id JOIN naming n ON n.id = m.naming_id,
      unnest(n.names) AS name`,
    values: [eventIds],
  })
  const { changed: settled, lost, moved } = await settle(client, { names, entityIds: [], fresh: new Set() })
  await refresh(client, { entityIds: settled, added: new Map(), gained: moved, changed: lost })
  return reread.size + changed
}
