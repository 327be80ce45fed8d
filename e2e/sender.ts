import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import type { Announcement, Happening } from '@/lib/providers/happening'
import type { Provider, Secret } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'

const ORDER_NUMBER = /("order_?[nN]umber"\s*:\s*)"[^"]*"/

/** A source of its own for one test, and a sender who knows its secret. */
export interface Sender {
  provider: Provider
  source: { id: string; name: string; path: string }
  secret: Secret
  /** Sends a sample of `eventType`, signed; answers the status. */
  send(eventType: string, change?: { secret?: string; order?: string; headers?: 'none' }): Promise<number>
  /** Sends what the provider tells of a happening, as of the time when it happened; answers how many events that were. */
  tell(happening: Happening): Promise<number>
}

/** Makes a source through the API, with the session of whoever is signed in. */
export async function createSender(request: APIRequestContext, provider: Provider = firstProvider()): Promise<Sender> {
  const slug = `e2e-${randomUUID().slice(0, 8)}`
  const secret = { id: 'e2e', value: `secret-${randomUUID()}` }
  const answer = await request.post('/api/v1/sources', {
    data: { provider: provider.id, slug, name: `Shop ${slug}`, secret: secret.value },
  })
  expect(answer.status()).toBe(201)
  const source = await answer.json()
  return {
    provider,
    source,
    secret,
    send: (eventType, change) => send(request, { provider, path: source.path, secret, eventType, ...change }),
    async tell(happening) {
      const told = provider.announce(happening)
      for (const announcement of told) await sendTold(request, { provider, path: source.path, secret, ...announcement })
      return told.length
    },
  }
}

/** The provider that people see first. */
export function firstProvider(): Provider {
  const [provider] = providers
  if (!provider) throw new Error('The registry is empty')
  return provider
}

/** An event type of the provider about orders, and another one that is not the same. */
export function twoEventTypes(provider: Provider): [order: string, other: string] {
  const types = Object.keys(provider.eventTypes)
  const order = types.find((type) => type.startsWith('order.'))
  const other = types.find((type) => !type.startsWith('order'))
  if (!order || !other) throw new Error(`${provider.label} has no two kinds of events`)
  return [order, other]
}

/** A provider whose samples of several event types name an order, and two of these types. */
export function providerOfOrders(): [Provider, [type: string, otherType: string]] {
  for (const provider of providers) {
    const [type, otherType] = Object.keys(provider.eventTypes).filter((each) =>
      ORDER_NUMBER.test(sampleOf(provider, each)),
    )
    if (type && otherType) return [provider, [type, otherType]]
  }
  throw new Error('No provider tells of orders in several ways')
}

/** Where in its payload an event of `eventType` names the order, such as `data.order_number`. */
export function orderNumberPath(provider: Provider, eventType: string): string {
  const path = pathTo(JSON.parse(sampleOf(provider, eventType)), /^order_?number$/i)
  if (!path) throw new Error(`${eventType} of ${provider.label} does not name its order`)
  return path.join('.')
}

function pathTo(value: unknown, key: RegExp): string[] | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [each, inside] of Object.entries(value)) {
    if (key.test(each)) return [each]
    const rest = pathTo(inside, key)
    if (rest) return [each, ...rest]
  }
  return null
}

interface Sending {
  provider: Provider
  path: string
  secret: Secret
  eventType: string
  order?: string
  headers?: 'none'
}

/** Sends one delivery to `path`; with `order`, every order number in the sample becomes it. */
export async function send(
  request: APIRequestContext,
  sending: Omit<Sending, 'secret'> & { secret: Secret | string },
): Promise<number> {
  const { provider, path, eventType, order, headers } = sending
  const secret = typeof sending.secret === 'string' ? { id: 'e2e', value: sending.secret } : sending.secret
  const sample = sampleOf(provider, eventType)
  const named = (_: string, key: string) => `${key}${JSON.stringify(order)}`
  const text = order ? sample.replaceAll(new RegExp(ORDER_NUMBER, 'g'), named) : sample
  const body = Buffer.from(text)
  const signed = provider.sign({ eventType, body, secret, now: new Date(), eventId: randomUUID() })
  const answer = await request.post(path, {
    data: body,
    headers: { 'content-type': 'application/json', ...(headers === 'none' ? {} : Object.fromEntries(signed)) },
  })
  return answer.status()
}

function sampleOf(provider: Provider, eventType: string): string {
  return new TextDecoder().decode(provider.eventTypes[eventType]?.sample)
}

async function sendTold(
  request: APIRequestContext,
  { provider, path, secret, ...told }: Announcement & { provider: Provider; path: string; secret: Secret },
) {
  const body = Buffer.from(told.body)
  const signed = provider.sign({ ...told, body, secret, now: new Date() })
  const answer = await request.post(path, { data: body, headers: Object.fromEntries(signed) })
  expect(answer.status()).toBe(200)
}
