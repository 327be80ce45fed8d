import { type Env, readEnv } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { openDataDir } from './data-dir'
import { type Database, openDatabase } from './database'
import { checkPort } from './port'
import { publicUrl, readyBlock } from './ready-block'
import { type RoleProcess, startRole } from './role-process'
import type { RoleName } from './roles'
import { ensureSecret } from './secret'
import { createShutdown, type Shutdown } from './shutdown'

const ROLE_DEADLINE_MS = 5_000
const DATABASE_DEADLINE_MS = 2_000
const HURRIED_MS = 300

export interface SuperviseOptions {
  dev: boolean
  /** Only this one; everything where absent. */
  role?: RoleName
}

/** Starts everything in this process's charge, says so when it is ready, and stops it in order when told to. */
export async function supervise(options: SuperviseOptions): Promise<void> {
  // A terminal that was closed must not keep the rest from being stopped in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const shutdown = createShutdown()
  try {
    await start(options, shutdown)
  } catch (error) {
    if (shutdown.signal.aborted) return
    console.error(forPeople(error))
    shutdown.run(1)
  }
}

async function start({ dev, role }: SuperviseOptions, shutdown: Shutdown) {
  const env = readEnv()
  if (role && !env.DATABASE_URL) throw new JejakError('invalid_request', NEEDS_DATABASE)
  const dataDir = openDataDir(env.JEJAK_DATA_DIR)
  const port = role === 'worker' ? env.PORT : await checkPort(env.PORT, env.HOST)
  shutdown.signal.throwIfAborted()
  provideEnv(env, port, dataDir)

  // PostgreSQL starts while the web process loads its code; it is stopped after it.
  const database = openDatabase(env.DATABASE_URL, embeddedOptions(dataDir, shutdown))
  shutdown.add((hurry) => stopDatabase(database, hurry))
  database.catch(() => undefined)
  const running: RoleProcess[] = []
  shutdown.add(async (hurry) => {
    await Promise.all(running.map((one) => one.stop(ROLE_DEADLINE_MS, hurry)))
  })
  const launch = (name: RoleName) => {
    const one = startRole(name, dev ? ['--dev'] : [])
    running.push(one)
    return one
  }
  const first = launch(role ?? 'web')

  const prepare = import('./prepare-database')
  const { url } = await database
  shutdown.signal.throwIfAborted()
  process.env.DATABASE_URL = url
  const firstAdmin = await (await prepare).prepareDatabase(url)
  shutdown.signal.throwIfAborted()
  first.open(url)
  await first.reached('listening')
  shutdown.signal.throwIfAborted()
  // After the web process, so that the two do not share the processor while webhooks wait for an answer.
  const worker = role ? undefined : launch('worker')
  worker?.open(url)
  await Promise.all([first.reached('ready'), worker?.reached('ready')])
  console.log(
    role === 'worker' ? 'The worker is ready.' : readyBlock(publicUrl(env.JEJAK_URL, env.HOST, port), firstAdmin),
  )
}

const NEEDS_DATABASE =
  'One role alone needs DATABASE_URL: the embedded database belongs to the process that starts everything. Set DATABASE_URL, and JEJAK_SECRET to the same value everywhere.'

/** What the other processes, and the code that this one shares with them, find in their environment. */
function provideEnv(env: Env, port: number, dataDir: string) {
  process.env.PORT = String(port)
  process.env.JEJAK_DATA_DIR = dataDir
  process.env.JEJAK_SECRET = env.JEJAK_SECRET ?? ensureSecret(dataDir)
  process.env.AUTH_TRUST_HOST = '1'
  if (env.JEJAK_URL) process.env.NEXTAUTH_URL = env.JEJAK_URL
}

function embeddedOptions(dataDir: string, shutdown: Shutdown) {
  return {
    dataDir,
    signal: shutdown.signal,
    onRestart: (sentence: string) => console.error(sentence),
    onLost: (error: Error) => {
      console.error(forPeople(error))
      shutdown.run(1)
    },
  }
}

async function stopDatabase(database: Promise<Database>, hurry: AbortSignal) {
  const opened = await database.catch(() => undefined)
  await opened?.stop(hurry.aborted ? HURRIED_MS : DATABASE_DEADLINE_MS)
}

function forPeople(error: unknown): string {
  if (error instanceof JejakError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
