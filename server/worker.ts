import { constants, setPriority } from 'node:os'
import { databaseUrl } from '@/lib/db/client'
import { startWorker } from '@/lib/worker/worker'
import { fail } from './role'
import type { RoleOptions, RunningRole } from './roles'
import { watch } from './watchdog'

/** The worker role: runs the handlers, in a process of its own so that their work never delays an acknowledgement. */
export async function start({ report }: RoleOptions): Promise<RunningRole> {
  // Where they share a processor, whoever answers a provider goes first.
  setPriority(constants.priority.PRIORITY_LOW)
  watch()
  const worker = await startWorker({ databaseUrl: databaseUrl() })
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
