import type { PoolClient } from 'pg'
import { FEED_JOBS_SQL } from './queue'

export interface SettledItem {
  replayId: string
  runId: string
  state: string
}

/** Tells replays how attempts that they ordered ended, and lets them go on. */
export async function settleReplayItems(client: PoolClient, items: readonly SettledItem[]): Promise<void> {
  if (items.length === 0) return
  const replayIds = items.map(({ replayId }) => replayId)
  await client.query({
    name: 'settle replay items',
    text: `UPDATE replay_item i SET state = o.state FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS o(replay_id, run_id, state)
      WHERE i.replay_id = o.replay_id AND i.run_id = o.run_id AND i.state = 'ordered'`,
    values: [replayIds, items.map(({ runId }) => runId), items.map(({ state }) => state)],
  })
  await client.query({ name: 'feed replays', text: FEED_JOBS_SQL, values: [replayIds] })
}
