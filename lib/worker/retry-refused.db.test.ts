import { Pool } from 'pg'
import { afterEach, expect, it } from 'vitest'
import { retryRefused } from './retry-refused'
import { useWorkerBench } from './testing'

const bench = useWorkerBench()
const pools: Pool[] = []
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())))

function open(databaseUrl: string): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  pools.push(pool)
  return pool
}

/** As the queue deletes jobs that are done. */
const complete = (ids: readonly string[]) => ({
  name: 'complete_jobs/graphile_worker',
  text: 'DELETE FROM graphile_worker._private_jobs AS jobs USING unnest($1::bigint[]) n(n) WHERE id = n',
  values: [ids],
})

it('deletes jobs again where somebody held one and waited for the other', async () => {
  const { prisma, databaseUrl } = bench()
  const [queue, others] = [open(databaseUrl), open(databaseUrl)]
  retryRefused(queue)
  const jobs = await prisma.$queryRaw<{ id: string }[]>`
    SELECT (graphile_worker.add_job('test', job_key => key)).id::text FROM unnest(ARRAY['a', 'b']) AS k(key)`
  const [a = '', b = ''] = jobs.map(({ id }) => id)
  const lock = (id: string) => `SELECT FROM graphile_worker._private_jobs WHERE id = ${id} FOR UPDATE`
  const [mine, other] = [await queue.connect(), await others.connect()]
  try {
    await other.query('BEGIN')
    await other.query(lock(b))
    // It holds the first and waits for the second; as the one who waits longer it is refused.
    const done = mine.query(complete([a, b]))
    await expect
      .poll(
        async () =>
          (
            await others.query(
              "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            )
          ).rowCount,
      )
      .toBe(1)
    await other.query(lock(a))
    await other.query('COMMIT')
    await done
  } finally {
    mine.release()
    other.release()
  }
  expect((await prisma.$queryRaw<unknown[]>`SELECT FROM graphile_worker._private_jobs`).length).toBe(0)
})

it('leaves other statements and other errors alone', async () => {
  const queue = open(bench().databaseUrl)
  retryRefused(queue)
  const client = await queue.connect()
  await expect(client.query({ name: 'complete_job/x', text: 'SELECT 1 / 0' })).rejects.toThrow('division by zero')
  client.release()
  expect((await queue.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  expect((await queue.query('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }])
})
