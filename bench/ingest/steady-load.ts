import { Agent, request } from 'node:http'
import { z } from 'zod'
import { quantile } from '../median'
import { type PreparedRequest, prepareRequests } from '../requests'

/**
 * Deliveries at a steady rate, whether or not earlier ones are answered: each is sent at its own moment, and its time
 * runs from there, waiting for a free connection included.
 */
const orderSchema = z.object({
  url: z.url(),
  connections: z.number().int().positive(),
  ratePerSecond: z.number().positive(),
  seconds: z.number().positive(),
})
export type SteadyOrder = z.infer<typeof orderSchema>

export interface SteadyResult {
  requests: number
  p50Ms: number
  p99Ms: number
  /** Answers other than 2xx, and requests without an answer. */
  failed: number
}

process.on('message', async (message) => {
  const { url, connections, ratePerSecond, seconds } = orderSchema.parse(message)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const requests = prepareRequests(Math.round(ratePerSecond * seconds))
  const sent: Promise<number | null>[] = []
  const startedAt = performance.now()
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = ((performance.now() - startedAt) * ratePerSecond) / 1000
      while (sent.length < due) {
        const next = requests[sent.length]
        if (!next) {
          clearInterval(timer)
          return resolve()
        }
        sent.push(deliver(url, agent, next))
      }
    }, 1)
  })
  const answers = await Promise.all(sent)
  const times = answers.filter((time) => time !== null)
  const result: SteadyResult = {
    requests: answers.length,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    failed: answers.length - times.length,
  }
  process.send?.(result)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

/** The milliseconds until it was acknowledged, or null where it was not. */
function deliver(url: string, agent: Agent, { headers, body }: PreparedRequest): Promise<number | null> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200 ? performance.now() - startedAt : null))
    })
    sent.on('error', () => resolve(null))
    sent.end(body)
  })
}
