import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import type { EventDetail, EventList } from '@/lib/events/schemas'
import type { TargetItem } from '@/lib/runs/schemas'
import { generate } from '@/lib/simulator/generate'
import { sendAll } from '@/lib/simulator/send-all'
import { API_TOKEN, type Product, SECRETS, startProduct } from './testing/product'

const EVENTS = 1_000
const KILL_AFTER = [150, 400, 650, 850]
/** A dead worker is noticed after 25 s; all of it within a minute. */
const RECOVERED_WITHIN_MS = 60_000

let product: Product | undefined
let receiver: Receiver | undefined

afterEach(async () => {
  receiver?.server.close()
  await product?.destroy()
})

it('finishes and indexes everything though its worker is killed again and again, and repeats only what was under way', async () => {
  receiver = await startReceiver()
  product = await startProduct({ JEJAK_FORWARD_ALLOW: '127.0.0.1' })
  const destination = (await ask('POST', '/api/v1/destinations', { name: 'Receiver', url: receiver.url })) as {
    id: string
  }
  const target = `forward:${destination.id}`

  const sending = sendEvents(EVENTS)
  for (const count of KILL_AFTER) {
    await until(() => (receiver?.received.size ?? 0) >= count)
    product.killRole('worker')
  }
  const events = await sending
  await until(async () => {
    const { waiting, running, retrying, recent } = (await ask('GET', `/api/v1/handlers/${target}`)) as TargetItem
    return recent !== null && waiting + running + retrying === 0 && (receiver?.received.size ?? 0) >= events
  })

  // Both handlers have a run of each event, and all are over: 2,000 runs.
  expect(await allEvents('status=queued,running,retrying')).toEqual([])
  expect(await allEvents(`handler=${target}&status=succeeded`)).toHaveLength(events)
  expect(await allEvents('handler=contract-check&status=succeeded,failed')).toHaveLength(events)
  expect(receiver.received.size).toBe(events)

  const repeated = [...receiver.received.values()].filter((count) => count > 1).length
  let lost = 0
  for (const id of await allEvents(`handler=${target}`)) {
    const { runs } = (await ask('GET', `/api/v1/events/${id}`)) as EventDetail
    const attempts = runs.filter((run) => run.destinationId).flatMap((run) => run.attempts)
    expect(attempts.at(-1)?.outcome).toBe('succeeded')
    lost += attempts.filter(({ outcome }) => outcome === 'lost').length
  }
  expect(lost).toBeGreaterThan(0)
  expect(repeated).toBeLessThanOrEqual(lost)

  // What asks about content finds only what is indexed: all of it, each once.
  const anyContent = `q=${encodeURIComponent('-"stands nowhere"')}`
  await until(async () => {
    const { coverage } = (await ask('GET', `/api/v1/events?limit=1&${anyContent}`)) as EventList
    return coverage.waiting === 0
  })
  const indexed = await allEvents(anyContent)
  expect([indexed.length, new Set(indexed).size]).toEqual([events, events])
}, 240_000)

/** Sends lifelike traffic until there are so many events, and answers how many there are. */
async function sendEvents(count: number): Promise<number> {
  const events = new Set<string>()
  const enough = new AbortController()
  await sendAll(generate({ seed: 3, orders: count, now: new Date() }), {
    url: product?.url ?? '',
    secrets: SECRETS,
    connections: 8,
    signal: enough.signal,
    onAnswer: ({ acknowledged, text }) => {
      if (acknowledged) events.add((JSON.parse(text) as { eventId: string }).eventId)
      if (events.size >= count) enough.abort()
    },
  })
  return events.size
}

async function allEvents(query: string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = (await ask('GET', `/api/v1/events?limit=200&${query}${cursor && `&cursor=${cursor}`}`)) as EventList
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${product?.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  expect(answer.ok, `${method} ${path}: ${text}`).toBe(true)
  return JSON.parse(text)
}

interface Receiver {
  server: Server
  url: string
  /** How often each message came, by its id. */
  received: Map<string, number>
}

async function startReceiver(): Promise<Receiver> {
  const received = new Map<string, number>()
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id'])
    received.set(id, (received.get(id) ?? 0) + 1)
    request.resume().on('end', () => response.end('ok'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + RECOVERED_WITHIN_MS
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about within a minute.')
    await delay(100)
  }
}
