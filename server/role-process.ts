import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { JejakError } from '@/lib/errors'
import type { RoleName, RoleOrder, RoleReport, RoleState } from './roles'
import { root } from './setup/root.mjs'

/**
 * A webhook lives for milliseconds: with room for all that are under way, few are ever copied by the collector of garbage.
 * One thread helps the collector: more would only take the processor from PostgreSQL. What lives longer is little, and looked through
 * only where it has become three times what it was: else that is done seven times a second under load, and takes a quarter of the
 * time of this process. What a worker holds lives longer and is less: there the memory is worth more than the time.
 */
export const NODE_FLAGS: Record<RoleName, string[]> = {
  web: ['--max-semi-space-size=64', '--v8-pool-size=1', '--heap-growing-percent=200'],
  worker: [],
}

export interface RoleProcess {
  /** Lets the role begin; also every later process of this role. */
  open(databaseUrl: string): void
  /** Resolves when the role says so; rejects, in words for people, where its first process ends before it is ready. */
  reached(state: RoleState): Promise<void>
  /** Lets it finish within `deadlineMs`, at once when `hurry` fires; resolves when the process is gone. */
  stop(deadlineMs: number, hurry: AbortSignal): Promise<void>
}

const BACKOFF_MS = [100, 500, 1_000, 2_000, 5_000, 10_000]
const SETTLED_MS = 30_000
/** For what a role does after its deadline: to flush and to close. */
const GRACE_MS = 1_500

/** Forks a role and keeps it running: one that ends by itself is started again, after ever longer pauses. */
export function startRole(name: RoleName, flags: string[]): RoleProcess {
  let databaseUrl: string | undefined
  let stopping = false
  let failures = 0
  let everReady = false
  const states: Record<RoleState, Deferred> = { listening: defer(), ready: defer() }
  let child = launch()

  function launch(): ChildProcess {
    const started = Date.now()
    const launched = fork(join(root, 'server', 'role.mjs'), [name, ...flags], {
      cwd: root,
      execArgv: NODE_FLAGS[name],
      stdio: 'inherit',
    })
    // A message to a child that has just died is no news: its end is handled below.
    launched.on('error', () => undefined)
    launched.on('message', (said: RoleReport) => {
      if (said.type === 'failed') return giveUp(said.message)
      if (said.state === 'ready') everReady = true
      states[said.state].resolve()
    })
    launched.once('exit', (code, signal) => {
      if (stopping) return
      const how = signal ?? `exit code ${code}`
      if (!everReady) return giveUp(`The ${name} process ended while it started (${how}).`)
      failures = Date.now() - started > SETTLED_MS ? 0 : failures
      const pauseMs = BACKOFF_MS[Math.min(failures++, BACKOFF_MS.length - 1)] ?? 0
      console.error(`The ${name} process ended unexpectedly (${how}); it is started again.`)
      void delay(pauseMs).then(() => {
        if (!stopping) child = launch()
      })
    })
    if (databaseUrl) order(launched, { type: 'open', databaseUrl })
    return launched
  }

  /** Only what never worked is given up; what has worked once is started again and again. */
  function giveUp(message: string) {
    if (everReady) {
      console.error(message)
      return
    }
    for (const state of Object.values(states)) state.reject(new JejakError('internal', message))
  }

  return {
    open: (url) => {
      databaseUrl = url
      order(child, { type: 'open', databaseUrl: url })
    },
    reached: (state) => states[state].promise,
    stop: async (deadlineMs, hurry) => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      order(child, { type: 'stop', deadlineMs })
      const kill = () => child.kill('SIGKILL')
      const timer = setTimeout(kill, deadlineMs + GRACE_MS)
      hurry.addEventListener('abort', kill)
      await gone
      clearTimeout(timer)
    },
  }
}

interface Deferred {
  promise: Promise<void>
  resolve(): void
  reject(error: Error): void
}

function defer(): Deferred {
  let settle: Omit<Deferred, 'promise'> = { resolve: () => undefined, reject: () => undefined }
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // Nobody need wait for it.
  promise.catch(() => undefined)
  return { promise, ...settle }
}

function order(child: ChildProcess, message: RoleOrder) {
  if (child.connected) child.send(message)
}
