import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { providers } from '@/lib/providers/registry'
import { root } from '../setup/root.mjs'

export const API_TOKEN = 'token-of-the-process-tests'
export const SECRETS = Object.fromEntries(providers.map(({ id }) => [id, `secret-of-the-process-tests-${id}`]))

/** `npm start` as a user runs it, over a data directory of its own. */
export interface Product {
  url: string
  dataDir: string
  /** Starts it (again) and waits until it is ready. */
  start(): Promise<void>
  /** Waits until it answers and reaches its database. */
  ready(): Promise<void>
  /** SIGKILL to the supervisor and its children at once; PostgreSQL is left to itself, as after a crash. */
  kill(): void
  /** SIGKILL to one process alone. */
  killRole(role: 'web' | 'worker'): void
  /** Stops everything and removes the data. */
  destroy(): Promise<void>
}

const READY_WITHIN_MS = 60_000

/** Starts the product on a free port, with these variables besides, and waits until it is ready. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-process-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const secrets = Object.entries(SECRETS).map(([id, value]) => [
    `${id.toUpperCase().replaceAll('-', '_')}_WEBHOOK_SECRET`,
    value,
  ])
  const env = {
    ...process.env,
    ...Object.fromEntries(secrets),
    NODE_ENV: 'production' as const,
    PORT: String(port),
    DATABASE_URL: '',
    JEJAK_DATA_DIR: dataDir,
    JEJAK_API_TOKEN: API_TOKEN,
    npm_lifecycle_event: '',
    ...settings,
  }
  let child: ChildProcess | undefined

  async function ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    while (Date.now() < deadline) {
      const answer = await fetch(`${url}/api/ready`).catch(() => undefined)
      if (answer?.ok) return
      if (child?.exitCode !== null && child?.exitCode !== undefined) throw new Error(`It ended with ${child.exitCode}.`)
      await delay(50)
    }
    throw new Error('It did not become ready in time.')
  }

  const product: Product = {
    url,
    dataDir,
    ready,
    async start() {
      child = spawn(process.execPath, ['server/start.mjs'], { cwd: root, env, detached: true, stdio: 'ignore' })
      await ready()
    },
    kill: () => killGroup(child),
    killRole(role) {
      for (const pid of childrenOf(child?.pid))
        if (commandOf(pid).includes(`role.mjs ${role}`)) process.kill(pid, 'SIGKILL')
    },
    async destroy() {
      if (child && child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await product.start()
  return product
}

function killGroup(child: ChildProcess | undefined): void {
  if (child?.pid) process.kill(-child.pid, 'SIGKILL')
}

function childrenOf(pid: number | undefined): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [child, parent] = line.trim().split(/\s+/).map(Number)
    return child && parent === pid ? [child] : []
  })
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
