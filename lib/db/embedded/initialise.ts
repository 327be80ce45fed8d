import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JejakError } from '@/lib/errors'
import type { Binaries } from './binaries'

export interface Cluster {
  directory: string
  password: string
}

export const CLUSTER_USER = 'jejak'
const UNFINISHED = 'postgres.new-'

/**
 * The database cluster in the data directory, made if there is none. It is made beside its place and renamed into it,
 * so that an interrupted start leaves no half of one. Throws a JejakError where it cannot be used.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  runAs: readonly string[],
  durable: boolean,
): Promise<Cluster> {
  const directory = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres.password')
  const versionFile = join(directory, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const version = Number.parseInt(readFileSync(versionFile, 'utf8'), 10)
    if (version !== binaries.majorVersion) {
      throw new JejakError(
        'conflict',
        `The database in ${directory} was made by PostgreSQL ${version}, and this Jejak brings ${binaries.majorVersion}. ` +
          `Start the former Jejak, take a pg_dump, move ${directory} away, and restore the dump here.`,
      )
    }
    return { directory, password: readPassword(passwordFile, directory) }
  }
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  writePassword(passwordFile)
  const unfinished = join(dataDir, `${UNFINISHED}${process.pid}`)
  mkdirSync(unfinished, { mode: 0o700 })
  await initdb(unfinished, passwordFile, binaries, runAs, durable)
  renameSync(unfinished, directory)
  return { directory, password: readPassword(passwordFile, directory) }
}

/** Code point order and Unicode case rules come from PostgreSQL itself, so that they are the same on every system. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
/** What counts as a letter in pg_trgm comes from the system; not every system has the first. */
const LETTERS = ['C.UTF-8', 'en_US.UTF-8', 'C']

async function initdb(
  directory: string,
  passwordFile: string,
  binaries: Binaries,
  runAs: readonly string[],
  durable: boolean,
) {
  let said = ''
  for (const letters of LETTERS) {
    const [command = '', ...args] = [
      ...runAs,
      binaries.initdb,
      `--pgdata=${directory}`,
      `--username=${CLUSTER_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...LOCALE,
      `--lc-ctype=${letters}`,
      ...(durable ? [] : ['--no-sync']),
    ]
    const { code, output } = await run(command, args)
    if (code === 0) return
    said = output
    if (!/locale/i.test(output)) break
  }
  rmSync(directory, { recursive: true, force: true })
  throw new JejakError(
    'database_unreachable',
    `The embedded database could not be made in ${directory}:\n${said.trim()}`,
  )
}

function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    // Its own process group: a Ctrl-C in the terminal must not cut it off before the supervisor decides.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function writePassword(file: string) {
  if (existsSync(file) && readFileSync(file, 'utf8').trim() !== '') return
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true })
}

function readPassword(file: string, directory: string): string {
  const password = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (password) return password
  throw wrongPassword({ directory })
}

/** Said where the file beside the cluster does not hold the password that the cluster was made with. */
export function wrongPassword({ directory }: Pick<Cluster, 'directory'>): JejakError {
  return new JejakError(
    'database_unreachable',
    `The password of the database in ${directory} is not the one in ${directory}.password. Restore that file from a backup.`,
  )
}
