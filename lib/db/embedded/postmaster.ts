import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface PostmasterOptions {
  postgres: string
  runAs: readonly string[]
  dataDir: string
  directory: string
  port: number
  /** False only for tests: the data does not outlive a power failure. */
  durable: boolean
}

export interface Postmaster {
  process: ChildProcess
  /** Resolves when the process has ended, however it ended. */
  ended: Promise<void>
  /** What PostgreSQL itself said since this start, at most its last 2,000 characters. */
  said(): string
}

const LOG_KEPT_BYTES = 20 * 1024 * 1024
const SOCKET_PATH_BYTES = 100

/** Starts the server process. It may not accept connections yet, and may end at once. */
export function launchPostmaster(options: PostmasterOptions): Postmaster {
  const logFile = join(options.dataDir, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_KEPT_BYTES) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  const logStart = statSync(logFile).size
  const [command = '', ...args] = [...options.runAs, options.postgres, ...flags(options)]
  // A process group and session of its own: Ctrl-C and a closing terminal reach it only by way of the supervisor,
  // which stops the others first.
  const child = spawn(command, args, { stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const said = () => readFileSync(logFile).subarray(logStart).toString('utf8').trim().slice(-2_000)
  return { process: child, ended, said }
}

/**
 * Stops it in PostgreSQL's fast way (connections end, everything is written down); after `timeoutMs` in its immediate
 * way, which loses nothing that was committed but makes the next start replay the log.
 */
export async function stopPostmaster(postmaster: Postmaster, timeoutMs: number): Promise<void> {
  if (hasEnded(postmaster)) return
  for (const [signal, waitMs] of [
    ['SIGINT', timeoutMs],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 2_000],
  ] as const) {
    postmaster.process.kill(signal)
    const waiting = new AbortController()
    await Promise.race([postmaster.ended, delay(waitMs, undefined, { signal: waiting.signal }).catch(() => undefined)])
    waiting.abort()
    if (hasEnded(postmaster)) return
  }
}

/** Whether its process is gone, or never came to be. */
export function hasEnded({ process: child }: Postmaster): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function flags(options: PostmasterOptions): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketDirectory(options.dataDir),
    unix_socket_permissions: '0700',
    max_connections: 60,
    shared_buffers: `${sharedBuffersMb()}MB`,
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    lc_messages: 'C',
    // What was in memory is read into it again after a restart, so that the first searches need not wait for the disk.
    ...(options.durable
      ? { shared_preload_libraries: 'pg_prewarm' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const settingFlags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', options.directory, '-p', String(options.port), ...settingFlags]
}

/** An eighth of the memory that there is, which from 8 GB on holds what is asked most among a million events. */
function sharedBuffersMb(): number {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return Math.round(Math.min(2048, Math.max(128, bytes / 8 / 1024 ** 2)))
}

/** Sockets have short paths; where the data directory's is too long there is only TCP. */
function socketDirectory(dataDir: string): string {
  const directory = join(dataDir, 'socket')
  if (Buffer.byteLength(join(directory, '.s.PGSQL.65535')) > SOCKET_PATH_BYTES) return ''
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return directory
}
