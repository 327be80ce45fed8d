import type { Prisma } from '@/lib/db/client'
import { addJob } from '@/lib/worker/queue'

/**
 * Has a worker go on with a replay: at once, or at `later`. The two have keys of their own, so that asking for later never
 * puts off what is to happen at once.
 */
export async function askToFeed(tx: Prisma.TransactionClient, replayId: string, later?: Date): Promise<void> {
  const options = later
    ? { jobKey: `replay-later:${replayId}`, runAt: later }
    : // The key under which the end of an attempt asks (lib/worker/finish-attempts.ts).
      { jobKey: `replay:${replayId}` }
  await addJob(tx, 'feed_replay', { replayId }, options)
}
