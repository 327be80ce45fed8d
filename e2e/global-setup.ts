import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { productEnvironment } from './fixtures/environment'

const START_MS = 300_000

/** Starts the product as `npm start` does, on data of its own; answers how to stop it. */
export default async function startProduct() {
  const url = new URL(process.env.JEJAK_E2E_URL ?? '')
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-e2e-'))
  const product = spawn(process.execPath, ['server/start.mjs'], {
    env: {
      ...process.env,
      ...productEnvironment,
      PORT: url.port,
      JEJAK_URL: url.origin,
      JEJAK_DATA_DIR: dataDir,
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    if (product.exitCode === null && product.signalCode === null) {
      product.kill('SIGTERM')
      await once(product, 'exit')
    }
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await untilReady(product, url)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function untilReady(product: ChildProcess, url: URL) {
  let said = ''
  product.stdout?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000)
  })
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    const answer = await fetch(new URL('/sign-in', url)).catch(() => undefined)
    if (answer?.ok) return
    if (product.exitCode !== null) break
    await delay(200)
  }
  throw new Error(`The product did not start. It said:\n${said}`)
}
