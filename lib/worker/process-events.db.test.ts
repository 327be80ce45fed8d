import { Pool } from 'pg'
import { expect, it } from 'vitest'
import { processEvents } from './process-events'
import { testHandler, useWorkerBench } from './testing'

const bench = useWorkerBench()

it('holds no job while it waits for another, as the queue does when it deletes those that are done', async () => {
  const { event, prisma, databaseUrl } = bench()
  for (const task of ['join_events', 'index_events']) {
    await prisma.$executeRaw`SELECT graphile_worker.add_job(${task}, job_key => ${task})`
  }
  await event()
  const pool = new Pool({ connectionString: databaseUrl, max: 2 })
  const remove = (task: string) => `DELETE FROM graphile_worker._private_jobs WHERE key = '${task}'`
  const queue = await pool.connect()
  try {
    await queue.query('BEGIN')
    await queue.query(remove('index_events'))
    const processed = processEvents(prisma, [], new AbortController().signal)
    await waiting(pool)
    await queue.query(remove('join_events'))
    await queue.query('COMMIT')
    await processed
  } finally {
    queue.release()
    await pool.end()
  }
  const jobs = await prisma.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY key`
  expect(jobs.map(({ key }) => key)).toContain('index_events')
})

it('keeps with each run of what type its event is', async () => {
  const { event, prisma } = bench()
  await event()
  const handlers = ['one', 'two'].map((name) => testHandler(async () => 'done', { name }))
  await processEvents(prisma, handlers, new AbortController().signal)
  const { type } = await prisma.event.findFirstOrThrow()
  const runs = await prisma.run.findMany({ orderBy: { target: 'asc' } })
  expect(runs.map(({ target, eventType }) => [target, eventType])).toEqual([
    ['one', type],
    ['two', type],
  ])
})

/** Until somebody waits for a lock. */
async function waiting(asking: Pool): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await asking.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
      return rows.length
    })
    .toBeGreaterThan(0)
}
