import type { Connection } from './connection'

/**
 * One job at most waits in the queue, however often it is asked for; it finds its work in pending_batch, and passes on what
 * waits in pending_join.
 */
const WAKE_SQL = `SELECT graphile_worker.add_job('process_events', job_key => 'process_events')`
const GATHER_MS = 50

/** Tells the workers that events wait to be processed. */
export interface Wake {
  /** To be called after a commit. Never throws and is not waited for. */
  recorded(): void
  drain(): Promise<void>
}

/**
 * What is to be processed is recorded with the events, so a wake-up that a crash swallows costs time and nothing else:
 * the next one, or a worker that starts, finds all that waits.
 */
export function createWake(connection: Connection): Wake {
  let timer: NodeJS.Timeout | undefined
  let waking: Promise<void> | undefined
  let again = false

  function wake(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    again = false
    waking ??= connection
      .run((client) => client.query({ name: 'wake', text: WAKE_SQL }))
      // The next delivery asks for it again.
      .then(
        () => {},
        () => {},
      )
      .finally(() => {
        waking = undefined
        if (again) schedule()
      })
    return waking
  }

  function schedule(): void {
    timer ??= setTimeout(wake, GATHER_MS)
  }

  return {
    recorded() {
      if (waking) again = true
      else schedule()
    },
    async drain() {
      await waking
      if (timer) await wake()
    },
  }
}
