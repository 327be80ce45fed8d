import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { JejakError } from '@/lib/errors'
import type { Cluster } from './initialise'
import { connectLock } from './lock'

const ANSWER_MS = 30_000
const STOP_MS = 15_000
const POLL_MS = 50

/**
 * Stops a PostgreSQL that a killed Jejak left running on this cluster. Throws a JejakError where a living Jejak holds
 * it, or where it neither answers nor goes away. A process that merely has the old process id is left alone.
 */
export async function stopLeftover(cluster: Cluster): Promise<void> {
  const pidFile = join(cluster.directory, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  if (!pid || !isAlive(pid)) return
  if (!isPostmasterOf(pid, cluster.directory)) {
    // PostgreSQL ignores its own parent's id in this file, and still checks the shared memory that the file names.
    writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
    return
  }
  await takeOver(cluster, pid, Number(lines[3]))
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalIfAlive(pid, signal)
    const deadline = Date.now() + STOP_MS
    while (isPostmasterOf(pid, cluster.directory) && Date.now() < deadline) await delay(POLL_MS)
    if (!isPostmasterOf(pid, cluster.directory)) return
  }
  throw new JejakError(
    'conflict',
    `A PostgreSQL (process ${pid}) still runs on ${cluster.directory} and does not stop. Stop it, then start Jejak again.`,
  )
}

/** Returns once the lock was to be had, or the process is gone. */
async function takeOver(cluster: Cluster, pid: number, port: number) {
  const deadline = Date.now() + ANSWER_MS
  while (isPostmasterOf(pid, cluster.directory)) {
    const lock = await connectLock(port, cluster.password).catch(() => undefined)
    await lock?.client.end().catch(() => undefined)
    if (lock?.held) return
    if (lock) throw alreadyRunning(cluster.directory)
    if (Date.now() > deadline) {
      throw new JejakError(
        'conflict',
        `A PostgreSQL (process ${pid}) runs on ${cluster.directory} and does not answer. Stop it, then start Jejak again.`,
      )
    }
    await delay(POLL_MS)
  }
}

/** Said where another living Jejak uses the same data directory. */
export function alreadyRunning(directory: string): JejakError {
  return new JejakError(
    'conflict',
    `Jejak is already running on the data directory of ${directory}. Stop it first, or set JEJAK_DATA_DIR to another directory.`,
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended.
  }
}

function isPostmasterOf(pid: number, directory: string): boolean {
  const commandLine = readCommandLine(pid)
  return /(^|\/)postgres\b/.test(commandLine) && commandLine.includes(directory)
}

function readCommandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
