import { constants, setPriority } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { databaseUrl } from '@/lib/db/client'
import { startWorker, type Worker } from '@/lib/worker/worker'
import { fail } from './role'
import type { RoleOptions, RunningRole } from './roles'
import { watch } from './watchdog'

/** The worker role: runs the handlers, in a process of its own so that their work never delays an acknowledgement. */
export async function start({ report }: RoleOptions): Promise<RunningRole> {
  // Where they share a processor, whoever answers a provider goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  watch()
  const worker = await startPatiently()
  let stopping = false
  worker.ended.then(
    () => stopping || fail(new Error('the worker ended by itself')),
    (error: unknown) => stopping || fail(error),
  )
  report('listening')
  report('ready')
  return {
    stop: async (deadlineMs) => {
      stopping = true
      await worker.stop(deadlineMs)
    },
  }
}

const PATIENCE_MS = 30_000
const PAUSE_MS = 300

/** The database may go away, and come back, just while this starts. */
async function startPatiently(): Promise<Worker> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await startWorker({ databaseUrl: databaseUrl() })
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(PAUSE_MS)
    }
  }
}
