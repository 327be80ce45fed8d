import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE } from './embedded'
import { CLUSTER_USER } from './initialise'

/**
 * Where the embedded database of a data directory listens, for a program beside the process that started it; null where none was
 * started. After a crash it may not listen any more.
 */
export function runningUrl(dataDir: string): string | null {
  const [pidFile, passwordFile] = [join(dataDir, 'postgres', 'postmaster.pid'), join(dataDir, 'postgres.password')]
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null
  // The fourth line of PostgreSQL's own file is its port.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  if (!Number.isInteger(port) || port <= 0) return null
  return `postgresql://${CLUSTER_USER}:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/${DATABASE}`
}
