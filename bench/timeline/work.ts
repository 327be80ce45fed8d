import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { endChild, messageOf, startChild } from '../children'
import { type MemoryFigures, memoryOf } from '../memory'
import { MASTER_SECRET } from '../process/fill'

export interface WorkFigures {
  perSecond: number
  seconds: number
  /** The worker's resident memory. */
  memory: MemoryFigures
}

const POLL_MS = 200
/** Without any progress for so long it is given up. */
const STALLED_MS = 120_000

/**
 * Lets one worker of the product do what waits in its queue, until `leftSql` answers 0. `count` is what there is to do.
 * Throws where nothing moves for two minutes.
 */
export async function measureWork(databaseUrl: string, count: number, leftSql: string): Promise<WorkFigures> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const env = { NODE_ENV: 'production', DATABASE_URL: databaseUrl, JEJAK_SECRET: MASTER_SECRET }
  const worker = startChild('process/jejak-worker.ts', env, 'worker')
  await messageOf(worker)
  const samples: number[] = []
  worker.on('message', (bytes) => samples.push(Number(bytes)))
  const startedAt = performance.now()
  worker.send('go')
  await untilNoneIsLeft(client, leftSql)
  const seconds = (performance.now() - startedAt) / 1000
  await endChild(worker)
  await client.end()
  return { perSecond: count / seconds, seconds, memory: memoryOf(samples) }
}

async function untilNoneIsLeft(client: Client, leftSql: string): Promise<void> {
  let before = Number.POSITIVE_INFINITY
  let movedAt = Date.now()
  for (;;) {
    const { rows } = await client.query<{ left: number }>(leftSql)
    const left = rows[0]?.left ?? 0
    if (left === 0) return
    if (left < before) movedAt = Date.now()
    before = left
    if (Date.now() - movedAt > STALLED_MS) throw new Error(`Nothing moves any more; ${left} are left.`)
    await delay(POLL_MS)
  }
}
