import type { PrismaClient } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { createRuns } from './create-runs'
import { askToIndex, askToJoin } from './queue'

const BATCHES_AT_ONCE = 50

/**
 * Makes the runs of everything that waits in pending_batch, some batches in each transaction, and passes it on to be put on
 * timelines and to be indexed. Several workers share the work: each takes batches that no other holds. What a crash interrupts is
 * taken up again.
 */
export async function processEvents(
  client: PrismaClient,
  handlers: readonly Handler[],
  signal: AbortSignal,
): Promise<void> {
  let taken = BATCHES_AT_ONCE
  // What is recorded from now on brings a job of its own.
  while (taken === BATCHES_AT_ONCE && !signal.aborted) {
    taken = await client.$transaction(
      async (tx) => {
        const batches = await tx.$queryRaw<{ event_ids: string[] }[]>`
          WITH taken AS (
            DELETE FROM pending_batch WHERE id IN (
              SELECT id FROM pending_batch ORDER BY id LIMIT ${BATCHES_AT_ONCE} FOR UPDATE SKIP LOCKED)
            RETURNING id, event_ids
          ), passed_on AS (
            INSERT INTO pending_join (event_ids) SELECT event_ids FROM taken ORDER BY id
          ), to_index AS (
            INSERT INTO pending_index (ids) SELECT event_ids FROM taken ORDER BY id
          )
          SELECT event_ids FROM taken`
        await createRuns(tx, { eventIds: batches.flatMap((batch) => batch.event_ids), queue: true }, handlers)
        return batches.length
      },
      { timeout: 60_000 },
    )
    // Each by itself: who held both of their jobs could wait for the queue, which deletes jobs that are done, and it for them.
    await askToJoin(client)
    if (taken > 0) await askToIndex(client)
  }
}
