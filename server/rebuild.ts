import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connect, type PrismaClient } from '@/lib/db/client'
import { runningUrl } from '@/lib/db/embedded/running'
import { readEnv } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { getRebuild } from '@/lib/timeline/rebuild/get'
import { orderRebuild } from '@/lib/timeline/rebuild/order'
import { isAnyWorkerAlive } from '@/lib/worker/is-alive'
import { openDatabase } from './database'
import { createProgress, summary } from './rebuild-progress'
import { root } from './setup/root.mjs'

const POLL_MS = 500
const NOT_RUNNING = 'Jejak is not running here: start it with npm start, then order the rebuild again.'
const NO_WORKER =
  'No worker is running on this database, so nobody would read: start Jejak, then order the rebuild again.'

process.exitCode = await main()

/** Orders a rebuild of all timelines, or joins the one that is under way, and shows its progress to the end. */
async function main(): Promise<number> {
  const envFile = join(root, '.env')
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  let client: PrismaClient | undefined
  try {
    client = connect(await findDatabase())
    if (!(await isAnyWorkerAlive(client))) throw new JejakError('conflict', NO_WORKER)
    return await follow(await orderOrFind(client), client)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    await client?.$disconnect()
  }
}

/** The user's own database, or the embedded one of a Jejak that runs on the same data directory. */
async function findDatabase(): Promise<string> {
  const env = readEnv()
  const url = env.DATABASE_URL ?? runningUrl(resolve(root, env.JEJAK_DATA_DIR))
  if (!url) throw new JejakError('conflict', NOT_RUNNING)
  try {
    await openDatabase(url, { dataDir: '' })
  } catch (cause) {
    throw env.DATABASE_URL ? cause : new JejakError('conflict', NOT_RUNNING, { cause })
  }
  return url
}

async function orderOrFind(client: PrismaClient): Promise<string> {
  try {
    return (await orderRebuild('system', client)).id
  } catch (error) {
    const running = error instanceof JejakError ? error.extra.rebuildId : undefined
    if (typeof running !== 'string') throw error
    console.log('A rebuild is under way already; this is its progress.')
    return running
  }
}

async function follow(id: string, client: PrismaClient): Promise<number> {
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort())
  const progress = createProgress(process.stdout)
  for (;;) {
    const item = await getRebuild(id, client)
    if (item.status === 'finished') {
      progress.end()
      console.log(summary(item))
      return 0
    }
    progress.show(item, Date.now())
    await delay(POLL_MS, undefined, { signal: interruption.signal }).catch(() => undefined)
    if (!interruption.signal.aborted) continue
    progress.end()
    console.log('The rebuild goes on in the background. npm run rebuild shows its progress again.')
    return 130
  }
}
