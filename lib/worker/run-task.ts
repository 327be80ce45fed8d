import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Handler } from '@/lib/handlers/handler'
import { execute } from './execute'
import { type Finish, finishAttempts } from './finish-attempts'
import { gather } from './gather'
import type { Places } from './places'
import { type PutOff, putOff } from './put-off'
import type { Tasks } from './queue'
import { startAttempts } from './start-attempts'

/** A run may begin this much later, so that several share a transaction: its cost is nearly the same for one and for ten. */
const GATHER_MS = 20
/** While the database is away, the end of an attempt is kept for this long. */
const SAVE_PAUSES_MS = [200, 500, 1_000, 2_000, 4_000, 8_000]

interface RunnerOptions {
  pool: Pool
  workerId: string
  find(handler: string): Handler | undefined
  places: Places
  stopping: AbortSignal
}

/**
 * Makes attempts. Those of the same moment begin in one transaction and end in one, so that a thousand short runs do not
 * cost two thousand commits.
 */
export function createRunner({ pool, workerId, find, places, stopping }: RunnerOptions) {
  const underWay = new Set<string>()
  const now = () => new Date()
  const context = { pool, workerId, find, now, underWay: (runId: string) => underWay.has(runId) }
  const start = gather((runIds: string[]) => startAttempts(context, runIds), GATHER_MS)
  const finish = gather((finishes: Finish[]) => finishAttempts({ pool, now, random: Math.random }, finishes), GATHER_MS)
  const postpone = gather((delays: PutOff[]) => putOff(pool, delays), GATHER_MS)

  return {
    /** Makes the next attempt of a run, if it is to be made now. Rejects where its end could not be written. */
    async run({ runId, target }: Tasks['execute_run']): Promise<void> {
      const leave = await places.take(target)
      if (!leave) {
        await postpone.add({ runId, until: new Date(Date.now() + places.stayAwayMs(target)) })
        return
      }
      try {
        await attempt(runId)
      } finally {
        leave()
      }
    },
  }

  async function attempt(runId: string): Promise<void> {
    const started = await start.add(runId)
    const handler = started && find(started.handler)
    if (!started || !handler) return
    underWay.add(runId)
    try {
      const ending = await execute(handler, started, stopping)
      await save({ started, ending, policy: handler.retry })
    } finally {
      underWay.delete(runId)
    }
  }

  async function save(ending: Finish): Promise<void> {
    for (const pauseMs of SAVE_PAUSES_MS) {
      try {
        await finish.add(ending)
        return
      } catch (error) {
        if (stopping.aborted) throw error
        await delay(pauseMs)
      }
    }
    await finish.add(ending)
  }
}
