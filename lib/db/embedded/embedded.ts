import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { JejakError } from '@/lib/errors'
import { locateBinaries } from './binaries'
import { CLUSTER_USER, type Cluster, ensureCluster, wrongPassword } from './initialise'
import { alreadyRunning, stopLeftover } from './leftover'
import { connectLock, type Lock } from './lock'
import { hasEnded, launchPostmaster, type Postmaster, stopPostmaster } from './postmaster'
import { runAsPrefix } from './run-as'

export interface EmbeddedOptions {
  /** Must exist and be writable. Holds `postgres/`, `postgres.password` and `postgres.log`. */
  dataDir: string
  /** False only for tests: faster, and the data does not outlive a power failure. */
  durable?: boolean
  /** Gives a start up that is not finished: PostgreSQL is stopped and the promise rejects. */
  signal?: AbortSignal
  /** Told in one sentence whenever PostgreSQL ended by itself and is started again. */
  onRestart?: (sentence: string) => void
  /** PostgreSQL ended by itself and cannot be started again. */
  onLost?: (error: Error) => void
}

export interface EmbeddedDatabase {
  /** Of the database `jejak`, with its password. The same for the life of this object, across restarts. */
  url: string
  /** The process id of the present postmaster. */
  pid(): number | undefined
  /** Fast shutdown, then immediate shutdown after `timeoutMs`; resolves when no process is left. */
  stop(timeoutMs?: number): Promise<void>
}

export const DATABASE = 'jejak'
const READY_POLL_MS = 20
const RETRY_MS = 200
const WRONG_PASSWORD = '28P01'
const RETRIES_MS = 30_000
const STOP_MS = 4_000
/** What a PostgreSQL that was killed a moment ago leaves for its successor to wait for. */
const PASSING = /still in use|lock file "postmaster.pid" already exists|could not bind/

/**
 * Starts the embedded PostgreSQL, making its cluster first where there is none, and keeps it running until `stop`.
 * Resolves when it accepts connections. Throws a JejakError that says what to do where that is not possible, such as
 * another Jejak on the same data directory.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = realpathSync(options.dataDir)
  const durable = options.durable ?? true
  const binaries = locateBinaries()
  const runAs = runAsPrefix()
  const cluster = await ensureCluster(dataDir, binaries, runAs, durable)
  await stopLeftover(cluster)
  const port = await freePort()

  const halt = new AbortController()
  const halted = options.signal ? AbortSignal.any([halt.signal, options.signal]) : halt.signal

  let current = await launch()
  let relaunching = Promise.resolve()
  watch()

  async function launch(): Promise<Running> {
    const deadline = Date.now() + RETRIES_MS
    for (;;) {
      const postmaster = launchPostmaster({ ...binaries, runAs, dataDir, directory: cluster.directory, port, durable })
      let failure: unknown
      try {
        const lock = await waitForLock(postmaster, port, cluster, halted)
        if (lock) {
          await ensureDatabase(lock)
          return { postmaster, lock }
        }
      } catch (error) {
        failure = error
      }
      // Its end may be told a moment after that of its connections.
      await Promise.race([postmaster.ended, delay(RETRY_MS)])
      // Not by us: whoever was killed, as where memory ran out, may live the next time.
      const wasKilled = postmaster.process.signalCode === 'SIGKILL'
      await stopPostmaster(postmaster, STOP_MS)
      halted.throwIfAborted()
      const said = postmaster.said()
      const mayPass = wasKilled || (failure === undefined && PASSING.test(said))
      if (!mayPass || Date.now() > deadline) {
        const sentence = `The embedded PostgreSQL does not start. It said:\n${said}`
        throw failure ?? new JejakError('database_unreachable', sentence)
      }
      await delay(RETRY_MS)
      await stopLeftover(cluster)
    }
  }

  function watch() {
    const { postmaster, lock } = current
    lock.client.once('end', () => void retakeLock(postmaster))
    void postmaster.ended.then(() => {
      if (halted.aborted) return
      options.onRestart?.('PostgreSQL ended unexpectedly; it is started again.')
      relaunching = relaunch()
    })
  }

  async function relaunch() {
    try {
      current = await launch()
      watch()
    } catch (error) {
      if (!halted.aborted) options.onLost?.(error instanceof Error ? error : new Error(String(error)))
    }
  }

  /** PostgreSQL drops every connection when one of its processes crashes; the lock goes with it. */
  async function retakeLock(postmaster: Postmaster) {
    while (!halted.aborted && !hasEnded(postmaster)) {
      const lock = await connectLock(port, cluster.password).catch(() => undefined)
      if (lock?.held) {
        current = { postmaster, lock }
        lock.client.once('end', () => void retakeLock(postmaster))
        return
      }
      await lock?.client.end().catch(() => undefined)
      await delay(RETRY_MS)
    }
  }

  return {
    url: `postgresql://${CLUSTER_USER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`,
    pid: () => current.postmaster.process.pid,
    stop: async (timeoutMs = STOP_MS) => {
      halt.abort()
      await relaunching
      await stopPostmaster(current.postmaster, timeoutMs)
      await current.lock.client.end().catch(() => undefined)
    },
  }
}

interface Running {
  postmaster: Postmaster
  /** Held as long as this supervisor lives, so that another knows of it. */
  lock: Lock
}

/**
 * The lock, as soon as PostgreSQL accepts a connection; recovery may take minutes. Undefined where the process ended, or
 * `halted` fired, before that. Throws a JejakError where the lock or the password is another's.
 */
async function waitForLock(
  postmaster: Postmaster,
  port: number,
  cluster: Cluster,
  halted: AbortSignal,
): Promise<Lock | undefined> {
  while (!hasEnded(postmaster) && !halted.aborted) {
    const lock = await connectLock(port, cluster.password).catch((error: NodeJS.ErrnoException) => {
      if (error.code === WRONG_PASSWORD) throw wrongPassword(cluster)
    })
    if (lock?.held) return lock
    await lock?.client.end().catch(() => undefined)
    if (lock) throw alreadyRunning(cluster.directory)
    await Promise.race([postmaster.ended, delay(READY_POLL_MS)])
  }
  return undefined
}

async function ensureDatabase({ client }: Lock) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
