import type { Pool } from 'pg'
import { runJobSpec } from './queue'

export interface PutOff {
  runId: string
  until: Date
}

/** Gives runs that found no place a job for later. A run that is over by then needs none. */
export async function putOff(pool: Pool, delays: PutOff[]): Promise<null[]> {
  await pool.query({
    name: 'put off',
    text: `
      WITH o AS (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS o(id, until)), later AS (
        UPDATE run r SET next_attempt_at = CASE WHEN r.status = 'running' THEN r.next_attempt_at ELSE greatest(o.until, r.next_attempt_at) END
        FROM o WHERE r.id = o.id AND r.status IN ('queued', 'retrying', 'running') RETURNING r.id, r.target, coalesce(r.next_attempt_at, o.until) AS until
      )
      SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(SELECT ${runJobSpec('id', 'target', 'until')} FROM later))`,
    values: [delays.map(({ runId }) => runId), delays.map(({ until }) => until)],
  })
  return delays.map(() => null)
}
