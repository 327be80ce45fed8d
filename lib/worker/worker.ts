import { EventEmitter, once, setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type Runner, run, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { connect } from '@/lib/db/client'
import type { Handler } from '@/lib/handlers/handler'
import { handlers as registered } from '@/lib/handlers/registry'
import { logError } from '@/lib/log'
import { feedReplay } from '@/lib/replay/feed'
import { createIndexer } from '@/lib/search/index/indexer'
import { createJoiner } from '@/lib/timeline/join/joiner'
import { refreshStore } from '@/lib/timeline/join/refresh-store'
import { workOnRebuild } from '@/lib/timeline/rebuild/work'
import { watchFirstLook } from './first-look'
import { startHeartbeat } from './heartbeat'
import { createPlaces } from './places'
import { probeTarget } from './probe'
import { processEvents } from './process-events'
import type { Tasks } from './queue'
import { retryRefused } from './retry-refused'
import { createRunner } from './run-task'

export interface WorkerOptions {
  databaseUrl: string
  /** All that are registered where absent. */
  handlers?: readonly Handler[]
  /** Jobs under way at once. */
  concurrency?: number
}

export interface Worker {
  id: string
  /** Resolves when it has ended by itself, which it should not; rejects with the reason, also where it can only stand still. */
  ended: Promise<void>
  /** Takes no more work and finishes what is under way; at the deadline that goes back into the queue. */
  stop(deadlineMs: number): Promise<void>
}

const CONCURRENCY = 48
/** Of either client: few, so that the database's time is left to those who wait for an acknowledgement. */
const CONNECTIONS = 4
/**
 * A crash of PostgreSQL may undo the last fraction of a second of a worker's own bookkeeping, in order: what it did then is
 * done again, as after a crash of the worker. In return acknowledgements need not queue behind its commits.
 */
const SESSION = '-c synchronous_commit=off'
/** Of the deadline, for putting back what was not finished and for closing. */
const CLOSING_MS = 1_000

/**
 * Starts a worker: makes runs of recorded events, executes them, puts the events on timelines and indexes them, beside any number of others
 * on one database. Resolves when it has looked for work once; rejects where the database is away at that moment.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, handlers = registered, concurrency = CONCURRENCY } = options
  const id = v7()
  const pool = openPool(databaseUrl, CONNECTIONS)
  retryRefused(pool)
  const client = connect(databaseUrl, { max: CONNECTIONS, options: SESSION })
  const stopping = new AbortController()
  // Every attempt under way listens.
  setMaxListeners(0, stopping.signal)
  // With a connection to itself: however busy the others are, this worker must not be taken for dead.
  const pulse = openPool(databaseUrl, 1)
  const close = async () => {
    await Promise.allSettled([client.$disconnect(), pool.end(), pulse.end()])
  }
  const heartbeat = await startHeartbeat(pulse, id).catch(async (error: unknown) => {
    await close()
    throw error
  })
  const abandon = async (error: unknown): Promise<never> => {
    await heartbeat.stop()
    await close()
    throw error
  }
  const find = (name: string) => handlers.find((handler) => handler.name === name)
  const places = createPlaces(concurrency)
  const joiner = createJoiner(pool)
  const indexer = createIndexer(pool)
  const runner = createRunner({ pool, workerId: id, find, places, stopping: stopping.signal })

  const tasks: { [T in keyof Tasks]: (payload: unknown) => Promise<void> } = {
    process_events: () => processEvents(client, handlers, stopping.signal),
    join_events: () => joiner.join(),
    index_events: () => indexer.ask(),
    execute_run: (payload) => runner.run(runPayload.parse(payload)),
    feed_replay: (payload) => feedReplay(replayPayload.parse(payload).replayId, client, new Date()),
    probe_target: (payload) => client.$transaction((tx) => probeTarget(tx, targetPayload.parse(payload).key)),
    rebuild: (payload) => workOnRebuild(pool, rebuildPayload.parse(payload).rebuildId, stopping.signal),
    refresh_store: (payload) => refreshStore(pool, storePayload.parse(payload), stopping.signal),
  }
  const events: WorkerEvents = new EventEmitter()
  tellLockNames(events, (lockId) => heartbeat.holds(lockId))
  const { logger, firstLook } = watchFirstLook(events)
  let isStopping = false
  const givenUp = giveUp(events, () => isStopping)
  let hasGivenUp = false
  givenUp.catch(() => {
    hasGivenUp = true
  })
  const queue = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    // What is asked for right after a fetch is not fetched before the next poll, whatever the queue is told of it.
    pollInterval: 100,
    logger,
    events,
    taskList: { ...tasks },
    preset: {
      worker: {
        localQueue: { size: 2 * concurrency, refetchDelay: { durationMs: 50, threshold: concurrency } },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  }).catch(abandon)
  await firstLook.catch(async (error: unknown) => {
    isStopping = true
    // It may wait minutes for a database that does not answer, and takes nothing meanwhile.
    await Promise.race([stopQueue(queue).then(() => abandon(error)), delay(CLOSING_MS)])
    throw error
  })

  async function stop(deadlineMs: number): Promise<void> {
    isStopping = true
    const timer = setTimeout(() => stopping.abort(), hasGivenUp ? 0 : Math.max(0, deadlineMs - CLOSING_MS))
    const isTime = once(stopping.signal, 'abort')
    joiner.stop()
    indexer.stop()
    // A queue that has given up does not end, but what is under way may.
    await Promise.race([stopQueue(queue), givenUp.catch(() => isTime)])
    clearTimeout(timer)
    await heartbeat.stop()
    await close()
  }
  const ended = Promise.race([queue.promise, givenUp])
  // Nobody may be listening.
  ended.catch(() => undefined)
  let stopped: Promise<void> | undefined
  return {
    id,
    ended,
    stop(deadlineMs) {
      stopped ??= stop(deadlineMs)
      return stopped
    },
  }
}

const runPayload = z.object({ runId: z.uuid(), target: z.string() })
const replayPayload = z.object({ replayId: z.uuid() })
const targetPayload = z.object({ key: z.string() })
const rebuildPayload = z.object({ rebuildId: z.uuid() })
const storePayload = z.object({ storeId: z.uuid(), after: z.uuid().nullable(), until: z.uuid().nullable() })

function openPool(connectionString: string, max: number): Pool {
  const application_name = 'jejak worker'
  const pool = new Pool({ connectionString, max, application_name, options: SESSION, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => logError('worker database connection', error))
  // A connection that is lost while it is in use says so to whoever uses it.
  pool.on('connect', (connection) => connection.on('error', () => undefined))
  return pool
}

async function stopQueue(queue: Runner): Promise<void> {
  // It refuses where it is stopping already, or has ended.
  await queue.stop().catch(() => undefined)
  await queue.promise.catch(() => undefined)
}

/** Tells the names under which jobs are locked: the pool's for those it fetched ahead, a worker's for its own. */
function tellLockNames(events: WorkerEvents, tell: (lockId: string) => void): void {
  events.on('pool:create', ({ workerPool }) => tell(workerPool.id))
  events.on('worker:create', ({ worker }) => tell(worker.workerId))
}

/**
 * Rejects once the queue gives up, as it does where it could not write down what became of a job. It takes no jobs then, and waits
 * for the end of that one, which never comes: only another worker can go on.
 */
function giveUp(events: WorkerEvents, isStopping: () => boolean): Promise<never> {
  return new Promise<never>((_, reject) => {
    events.on('pool:fatalError', ({ error }) => reject(error))
    events.on('pool:gracefulShutdown', ({ message }) => isStopping() || reject(new Error(message)))
  })
}
