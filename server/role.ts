import { JejakError } from '@/lib/errors'
import { type RoleName, type RoleOrder, type RoleReport, type RunningRole, roles } from './roles'

const ORPHAN_DEADLINE_MS = 3_000
const LATEST_EXIT_MS = 1_400

/** Runs one role in this process, at the orders of the supervisor that forked it, until it says stop or is gone. */
export async function runRole([name = '', ...flags]: string[]): Promise<void> {
  if (!isRole(name) || !process.send) throw new Error('server/role.mjs is started by the supervisor: run `npm start`')
  // Ctrl-C in a terminal reaches every process at once; the order of stopping is the supervisor's to decide.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)

  let running: Promise<RunningRole> | undefined
  const dev = flags.includes('--dev')
  const module = roles[name]()

  const stop = async (deadlineMs: number) => {
    // Where the supervisor is gone, nobody else would end what hangs.
    setTimeout(() => process.exit(1), deadlineMs + LATEST_EXIT_MS).unref()
    await running?.then((role) => role.stop(deadlineMs)).catch(() => undefined)
    process.exit(0)
  }
  process.on('disconnect', () => void stop(ORPHAN_DEADLINE_MS))
  process.on('message', (order: RoleOrder) => {
    if (order.type === 'stop') {
      void stop(order.deadlineMs)
    } else {
      process.env.DATABASE_URL = order.databaseUrl
      running ??= module.then(({ start }) => start({ dev, report: (state) => report({ type: 'state', state }) }))
      running.catch(fail)
    }
  })
  module.catch(fail)
}

/** Ends this process, and tells the supervisor why: in its own words where it is a JejakError. */
export function fail(error: unknown) {
  const message =
    error instanceof JejakError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  report({ type: 'failed', message }, () => process.exit(1))
}

function report(said: RoleReport, sent?: () => void) {
  if (process.connected) process.send?.(said, undefined, undefined, sent)
  else sent?.()
}

function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name)
}
