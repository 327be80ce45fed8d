import { Logger, type WorkerEvents } from 'graphile-worker'
import { logError } from '@/lib/log'

/** The queue looks for jobs some ten times in it. */
const LOOKS_AGAIN_MS = 1_000

export interface FirstLook {
  /** To be the queue's: it logs errors alone. */
  logger: Logger
  /** Resolves when the queue has looked for jobs once; rejects with the first error it told of where it has not soon after. */
  firstLook: Promise<void>
}

/**
 * Tells whether a queue looks for jobs at all. A first look that fails is remembered for ever, with the numbers of the tasks that it
 * should have found (graphile-worker 0.17 and 0.18): every later one fails with it, however well the database is. Other errors, as where
 * it cannot listen, it gets over by itself. To be called before the queue starts.
 */
export function watchFirstLook(events: WorkerEvents): FirstLook {
  let refuse: (error: Error) => void = () => undefined
  const firstLook = new Promise<void>((resolve, reject) => {
    refuse = reject
    events.once('localQueue:getJobs:complete', () => resolve())
  })
  // The queue may not even start.
  firstLook.catch(() => undefined)
  const logger = new Logger(() => (level, message) => {
    if (level !== 'error') return
    const error = new Error(message)
    logError('worker queue', error)
    setTimeout(refuse, LOOKS_AGAIN_MS, error).unref()
  })
  return { logger, firstLook }
}
