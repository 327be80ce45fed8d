import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '@/lib/worker/in-transaction'
import { PLAN_BY_INDEX } from '@/lib/worker/plan-by-index'
import { writeEntries } from './write-entries'

/** So many at least are indexed together, where so many wait: few, so that others get the database in between. */
const BATCH_ITEMS = 200
/** Of the advisory lock that whoever indexes holds until the end of the transaction: so the order of seq is that of commits. */
const INDEX_LOCK = '7416900117204612'
/** What readers were told of by its seq must not be given back by a crash: so this commit is flushed, unlike the worker's others. */
const LOCK_SQL = `SELECT pg_advisory_xact_lock($1), ${PLAN_BY_INDEX}, set_config('synchronous_commit', 'on', true)`
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Indexes what waits in pending_index, what came last first, and then the rejected deliveries that are not indexed: those with
 * ids after `rejectedAfter`, all of them where it is null. A batch in each transaction, until nothing is left or `signal` says
 * to stop. What cannot be indexed is told of, and can be found by its ids only. Rejects where the database is away: then
 * everything that was not indexed waits still.
 */
export async function indexWaiting(
  pool: Pool,
  signal: AbortSignal,
  rejectedAfter: string | null = null,
): Promise<void> {
  let isMore = true
  while (isMore && !signal.aborted) isMore = await givingRoom(pool, indexBatch)
  let before: string | null = LAST_ID
  while (before !== null && !signal.aborted) {
    const page: IdRange = { after: rejectedAfter ?? FIRST_ID, before }
    before = await givingRoom(pool, (client) => indexRejected(client, page))
  }
}

/** Whoever waits for an acknowledged event to be processed comes first: then as much time is left as was taken. */
async function givingRoom<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const begunAt = Date.now()
  let isAwaited = false
  const result = await inTransaction(pool, async (client) => {
    await client.query({ name: 'lock the index', text: LOCK_SQL, values: [INDEX_LOCK] })
    const done = await work(client)
    const { rows } = await client.query<{ isAwaited: boolean }>({
      name: 'is work awaited',
      text: 'SELECT EXISTS (SELECT FROM pending_batch) AS "isAwaited"',
    })
    isAwaited = rows[0]?.isAwaited ?? false
    return done
  })
  if (isAwaited) await new Promise((resolve) => setTimeout(resolve, Date.now() - begunAt))
  return result
}

interface IdRange {
  after: string
  before: string
}

async function indexBatch(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ ids: string[] }>({
    name: 'take what waits to be indexed',
    text: `DELETE FROM pending_index WHERE id IN (
        SELECT id FROM (
          SELECT id, sum(cardinality(ids)) OVER (ORDER BY id DESC) - cardinality(ids) AS before
          FROM (SELECT * FROM pending_index ORDER BY id DESC LIMIT $1) latest) counted
        WHERE before < $1)
      RETURNING ids`,
    values: [BATCH_ITEMS],
  })
  if (rows.length === 0) return false
  await writeEntries(client, [...new Set(rows.flatMap(({ ids }) => ids))])
  return true
}

/** Indexes the latest of the rejected deliveries between two ids, and answers before which to go on; null where that was all. */
async function indexRejected(client: PoolClient, page: IdRange): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>({
    name: 'rejected deliveries that are not indexed',
    text: `SELECT d.id FROM delivery d
      WHERE d.event_id IS NULL AND d.id > $1 AND d.id < $2 AND NOT EXISTS (SELECT FROM search_entry c WHERE c.id = d.id)
      ORDER BY d.id DESC LIMIT $3`,
    values: [page.after, page.before, BATCH_ITEMS],
  })
  await writeEntries(
    client,
    rows.map(({ id }) => id),
  )
  return rows.length < BATCH_ITEMS ? null : (rows.at(-1)?.id ?? null)
}
