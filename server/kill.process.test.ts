import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { EventList } from '@/lib/events/schemas'
import type { TargetItem } from '@/lib/runs/schemas'
import type { Answer } from '@/lib/simulator/answer'
import { generate } from '@/lib/simulator/generate'
import { sendAll } from '@/lib/simulator/send-all'
import { API_TOKEN, type Product, SECRETS, startProduct } from './testing/product'

let product: Product | undefined
afterEach(() => product?.destroy())

describe('nothing acknowledged is lost', () => {
  it('when everything is killed under load and started again', async () => {
    product = await startProduct()
    const acknowledged = await sendUntilKilled(product, 400, () => product?.kill())
    await product.start()
    await expectAllThere(product, acknowledged)
  })

  it('when the web process is killed under load, and the supervisor brings it back', async () => {
    product = await startProduct()
    // Only a web process that was ready is started again, and a page is answered from then on.
    await fetch(product.url)
    const acknowledged = await sendUntilKilled(product, 400, () => product?.killRole('web'))
    await product.ready()
    await expectAllThere(product, acknowledged)
  })

  it('when PostgreSQL is killed under load, and the supervisor brings it back', async () => {
    product = await startProduct()
    const pidFile = join(product.dataDir, 'postgres', 'postmaster.pid')
    const acknowledged = await sendUntilKilled(product, 400, () =>
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL'),
    )
    await product.ready()
    await expectAllThere(product, acknowledged)
    const after = await sendUntilKilled(product, 20, () => undefined)
    expect(after.length).toBeGreaterThanOrEqual(20)
    await expectAllDone(product)
  }, 120_000)
})

/** Sends lifelike traffic, kills once `count` deliveries were acknowledged, and answers every acknowledgement there was. */
async function sendUntilKilled(target: Product, count: number, kill: () => void): Promise<Answer[]> {
  const acknowledged: Answer[] = []
  const stop = new AbortController()
  let killed = false
  let afterwards = 0
  await sendAll(generate({ seed: count, orders: 300, now: new Date() }), {
    url: target.url,
    secrets: SECRETS,
    connections: 16,
    stopAfterUnsent: 16,
    signal: stop.signal,
    onAnswer: (answer) => {
      if (answer.acknowledged) acknowledged.push(answer)
      if (killed) afterwards += 1
      if (afterwards > 100) stop.abort()
      if (killed || acknowledged.length < count) return
      killed = true
      kill()
    },
  })
  expect(acknowledged.length).toBeGreaterThanOrEqual(count)
  return acknowledged
}

async function expectAllThere(target: Product, acknowledged: Answer[]): Promise<void> {
  const kept = await keptDeliveries(target)
  const eventOf = new Map<string, string>()
  for (const { delivery, text } of acknowledged) {
    const { deliveryId, eventId } = JSON.parse(text) as { deliveryId: string; eventId: string }
    expect(kept.get(deliveryId)).toBe(1)
    // The bytes of an event and its own id: what comes again must have become the same event.
    const key = `${delivery.providerId} ${delivery.eventId} ${Buffer.from(delivery.body).toString('base64')}`
    expect(eventOf.get(key) ?? eventId).toBe(eventId)
    eventOf.set(key, eventId)
  }
  for (const { delivery, text } of acknowledged) {
    const { deliveryId } = JSON.parse(text) as { deliveryId: string }
    const body = await ask(target, `/api/v1/deliveries/${deliveryId}/body`)
    expect(Buffer.from(await body.arrayBuffer()).equals(delivery.body)).toBe(true)
  }
}

/** The worker lost its database in the middle of its work: it must go on by itself, and dead locks are noticed after 25 s. */
async function expectAllDone(target: Product): Promise<void> {
  const left = async () => {
    const handlers = (await (await ask(target, '/api/v1/handlers')).json()) as { items: TargetItem[] }
    const events = (await (await ask(target, '/api/v1/events?limit=1&q=-%22nowhere%22')).json()) as EventList
    return handlers.items.reduce((sum, one) => sum + one.waiting + one.running + one.retrying, events.coverage.waiting)
  }
  await expect.poll(left, { timeout: 60_000, interval: 250 }).toBe(0)
}

/** How often each delivery id is listed. */
async function keptDeliveries(target: Product): Promise<Map<string, number>> {
  const kept = new Map<string, number>()
  let cursor: string | null = null
  do {
    const answer = await ask(target, `/api/v1/deliveries?limit=200${cursor ? `&cursor=${cursor}` : ''}`)
    const page = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null }
    for (const { id } of page.items) kept.set(id, (kept.get(id) ?? 0) + 1)
    cursor = page.nextCursor
  } while (cursor)
  return kept
}

async function ask(target: Product, path: string): Promise<Response> {
  const answer = await fetch(target.url + path, { headers: { authorization: `Bearer ${API_TOKEN}` } })
  expect(answer.status).toBe(200)
  return answer
}
