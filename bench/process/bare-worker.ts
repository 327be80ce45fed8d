import { createHmac } from 'node:crypto'
import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { databaseUrl } from '@/lib/db/client'

/** The same work over graphile-worker as one would write it first: a query for each step of each run. */
const CONCURRENCY = 48
const SECRET = 'whsec_YmVuY2gtc2VjcmV0LTAxMjM0NTY3ODkwMTIzNDU2Nzg5'
const pool = new Pool({ connectionString: databaseUrl(), max: 10 })
pool.on('error', (error) => console.error(error.message))
pool.on('connect', (connection) => connection.on('error', () => undefined))
const payloadSchema = z.object({ runId: z.uuid() })
let queue: Runner | undefined

const taskList: TaskList = {
  async bare_run(payload) {
    const { runId } = payloadSchema.parse(payload)
    const { rows } = await pool.query<Row>(
      `SELECT r.target, e.provider, e.type, d.headers, d.body, t.url
       FROM run r JOIN event e ON e.id = r.event_id JOIN delivery d ON d.id = e.first_delivery_id
       LEFT JOIN destination t ON t.id = r.destination_id WHERE r.id = $1`,
      [runId],
    )
    const [row] = rows
    if (!row) throw new Error(`There is no run ${runId}.`)
    const attemptId = v7()
    const startedAt = new Date()
    await pool.query(
      `INSERT INTO attempt (id, run_id, target, number, trigger, worker, started_at) VALUES ($1, $2, $3, 1, 'automatic', 'bare', $4)`,
      [attemptId, runId, row.target, startedAt],
    )
    const exchange = row.url === null ? null : await send(runId, row.url, row)
    await pool.query(
      `UPDATE attempt SET outcome = $2, duration_ms = $3, result = $4, request = $5, response = $6, response_body = $7 WHERE id = $1`,
      [
        ...[attemptId, 'succeeded', Date.now() - startedAt.getTime(), 'done'],
        ...[JSON.stringify(exchange?.request ?? null), JSON.stringify(exchange?.response ?? null), exchange?.body],
      ],
    )
    await pool.query(
      `UPDATE run SET status = 'succeeded', tries = 1, attempt_count = 1, finished_at = $2 WHERE id = $1`,
      [runId, new Date()],
    )
  },
}

interface Row {
  target: string
  provider: string
  type: string
  headers: string
  body: Buffer
  url: string | null
}

async function send(runId: string, url: string, { body, provider, type }: Row) {
  const timestamp = Math.floor(Date.now() / 1000)
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`msg_${runId}.${timestamp}.`).update(body).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'webhook-id': `msg_${runId}`,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
    'jejak-provider': provider,
    'jejak-event-type': type,
  }
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })
  if (!response.ok) throw new Error(`The destination answered ${response.status}.`)
  return {
    request: { url, headers },
    response: { status: response.status, headers: [...response.headers] },
    body: Buffer.from(await response.arrayBuffer()),
  }
}

process.on('message', async () => {
  queue = await run({
    ...{ pgPool: pool, concurrency: CONCURRENCY, noHandleSignals: true, pollInterval: 1_000, taskList },
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(message)
    }),
    preset: { worker: { localQueue: { size: 2 * CONCURRENCY }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
})
process.on('disconnect', async () => {
  await queue?.stop().catch(() => undefined)
  process.exit(0)
})
process.send?.('ready')
