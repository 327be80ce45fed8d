import type { PoolClient } from 'pg'
import { BEGIN_REFRESH_SQL } from '@/lib/worker/queue'
import { isDocumented } from '../told-types'
import type { EventToJoin } from './load-events'

/**
 * Notes the event types of which a store was never told before, or not so early, in the caller's transaction and under the lock
 * of timelines. What lists show of the store's older things hangs on them, so it is ordered that they be refreshed. Costs
 * nothing where no type is new.
 */
export async function noteTypes(client: PoolClient, events: readonly EventToJoin[]): Promise<void> {
  const news = events.filter((event) => isNews(event) && isDocumented(event))
  if (news.length === 0) return
  await client.query({
    name: 'note event types',
    text: `INSERT INTO told_type AS t (store_id, provider, type, first_at)
      SELECT store_id, provider, type, min(received_at)
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) AS n(store_id, provider, type, received_at)
      GROUP BY store_id, provider, type
      ON CONFLICT (store_id, provider, type) DO UPDATE SET first_at = excluded.first_at WHERE excluded.first_at < t.first_at`,
    values: [
      news.map(({ storeId }) => storeId),
      news.map(({ provider }) => provider),
      news.map(({ type }) => type),
      news.map(({ receivedAt }) => receivedAt),
    ],
  })
  for (const storeId of new Set(news.map((event) => event.storeId))) {
    await client.query(BEGIN_REFRESH_SQL, [storeId])
  }
}

function isNews({ toldSince, receivedAt }: EventToJoin): boolean {
  return toldSince === null || receivedAt < toldSince
}
