import type { PoolClient } from 'pg'
import { runJobSpec } from './queue'

export interface JobOrder {
  runId: string
  /** Now where null. */
  runAt: Date | null
}

/** Adds the jobs of runs, each in the place of one that waits. */
export async function addJobs(client: PoolClient, jobs: readonly JobOrder[]): Promise<void> {
  if (jobs.length === 0) return
  await client.query({
    name: 'add run jobs',
    text: `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ${runJobSpec('r.id', 'r.target', 'j.run_at')}
      FROM unnest($1::uuid[], $2::timestamptz[]) AS j(id, run_at) JOIN run r ON r.id = j.id))`,
    values: [jobs.map(({ runId }) => runId), jobs.map(({ runAt }) => runAt)],
  })
}
