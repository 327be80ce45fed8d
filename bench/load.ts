import autocannon from 'autocannon'
import { z } from 'zod'
import { prepareRequests } from './requests'

/** A process of its own, so that making load and serving it do not share an event loop. */
const orderSchema = z.object({
  url: z.url(),
  connections: z.number().int().positive(),
  amount: z.number().int().positive(),
})

export interface LoadResult {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** Answers other than 2xx, and requests without an answer. */
  failed: number
}

process.on('message', async (message) => {
  const { url, connections, amount } = orderSchema.parse(message)
  const perConnection = Math.ceil(amount / connections)
  const requests = prepareRequests(perConnection * connections)
  let client = 0
  let lastAnswerAt = 0
  const startedAt = performance.now()
  const options: autocannon.Options = {
    url,
    connections,
    amount: perConnection * connections,
    timeout: 30,
    setupClient(connection) {
      const own = requests.slice(client * perConnection, (client + 1) * perConnection)
      client += 1
      connection.setRequests(own.map((request) => ({ method: 'POST', ...request })))
    },
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    // The duration it reports is rounded up to a whole second.
    run.on('response', () => {
      lastAnswerAt = performance.now()
    })
  })
  const seconds = (lastAnswerAt - startedAt) / 1000
  const answer: LoadResult = {
    requestsPerSecond: result['2xx'] / seconds,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
