import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { build } from '@/server/setup/build.mjs'
import { generate } from '@/server/setup/generate.mjs'
import { API_TOKEN, startProduct } from '@/server/testing/product'
import { BENCH_SECRET, signingProvider } from '../requests'

const coverageSchema = z.object({ coverage: z.object({ waiting: z.number() }) })
const listSchema = z.object({ items: z.array(z.object({ key: z.string(), waiting: z.number(), running: z.number() })) })

/** The whole product, as `npm start` starts it, forwarding every event to a destination. */
export interface BusyProduct {
  webhookUrl: string
  apiUrl: string
  token: string
  /** Runs that wait or are at work. */
  depth(): Promise<number>
  /** Waits until there are none, and everything is indexed. */
  settled(): Promise<void>
  /** Whether its handlers have anything to do. Where not, no destination wants events, and other runs are held. */
  work(isOn: boolean): Promise<void>
  stop(): Promise<void>
}

const SETTLED_WITHIN_MS = 180_000
const POLL_MS = 500

/** Builds the product where that is stale and starts it, with fsync on and a data directory of its own. */
export async function startBusyProduct(receiverUrl: string): Promise<BusyProduct> {
  await generate()
  await build()
  const provider = signingProvider()
  const product = await startProduct({
    JEJAK_FORWARD_ALLOW: '127.0.0.1',
    [`${provider.id.toUpperCase().replaceAll('-', '_')}_WEBHOOK_SECRET`]: BENCH_SECRET.value,
  })
  try {
    const made = await ask('POST', '/destinations', { name: 'Receiver', url: receiverUrl })
    return withDestination(z.object({ id: z.string() }).parse(made).id)
  } catch (error) {
    await product.destroy()
    throw error
  }

  function withDestination(id: string): BusyProduct {
    async function targets() {
      return listSchema.parse(await ask('GET', '/handlers')).items
    }
    /** Events that the worker has not indexed yet: only asked where something is sought in their content. */
    async function notIndexed() {
      const query = new URLSearchParams({ q: '"not indexed"', limit: '1' })
      return coverageSchema.parse(await ask('GET', `/events?${query}`)).coverage.waiting
    }
    async function depth() {
      return (await targets()).reduce((sum, { waiting, running }) => sum + waiting + running, 0)
    }
    return {
      webhookUrl: `${product.url}/api/webhooks/${provider.id}`,
      apiUrl: product.url,
      token: API_TOKEN,
      depth,
      async settled() {
        const deadline = Date.now() + SETTLED_WITHIN_MS
        while ((await depth()) + (await notIndexed()) > 0) {
          if (Date.now() > deadline) throw new Error(`The worker was not done within ${SETTLED_WITHIN_MS / 1000} s.`)
          await delay(POLL_MS)
        }
      },
      async work(isOn) {
        await ask('PATCH', `/destinations/${id}`, { enabled: isOn })
        for (const { key } of await targets()) {
          if (!key.endsWith(id)) await ask('POST', `/handlers/${encodeURIComponent(key)}/${isOn ? 'resume' : 'pause'}`)
        }
      },
      stop: product.destroy,
    }
  }

  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
}
