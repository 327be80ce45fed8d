import type { PoolClient } from 'pg'

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
  await client.query({
    name: 'feed replays',
    text: `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW('feed_replay', json_build_object('replayId', id), NULL, NULL, 32767, 'replay:' || id, 0, NULL)::graphile_worker.job_spec
      FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) AS replays))`,
    values: [replayIds],
  })
}
