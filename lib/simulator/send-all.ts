import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Provider, Secret } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/registry'
import { type Answer, readAnswer } from './answer'
import type { PlannedDelivery } from './planned-delivery'
import { createPoster } from './post'
import { signDelivery } from './sign-delivery'
import { createTally, type Summary } from './summary'

export interface SendOptions {
  /** Where Jejak runs, without the path of the webhooks. */
  url: string
  /** By provider id. A delivery of a provider without one is signed with an arbitrary secret. */
  secrets: Readonly<Record<string, string>>
  /** The source to send to, by provider id; its default source where absent. */
  sources?: Readonly<Record<string, string>>
  /** How many requests may be under way at once. Default 8. With 1, deliveries arrive in the planned order. */
  connections?: number
  /** Milliseconds to wait for an answer. Default 30,000. */
  timeoutMs?: number
  /** Gives up after so many deliveries in a row without an answer. Default 20. */
  stopAfterUnsent?: number
  /** Ends the run; what is under way is still answered and counted. */
  signal?: AbortSignal
  /** The time that signatures are made at. Default: the present. */
  clock?: () => Date
  onAnswer?: (answer: Answer) => void
}

/**
 * Sends deliveries over HTTP, each no sooner than its `sendAfterMs`, and tells what was answered. Takes them one by one,
 * so their number is not limited. Never throws for what a server answers or fails to answer.
 */
export async function sendAll(deliveries: Iterable<PlannedDelivery>, options: SendOptions): Promise<Summary> {
  const { connections = 8, timeoutMs = 30_000, stopAfterUnsent = 20, signal, clock = () => new Date() } = options
  const poster = createPoster(connections, timeoutMs)
  const target = createTargets(options)
  const startedAt = performance.now()
  const tally = createTally(startedAt)
  const iterator = deliveries[Symbol.iterator]()
  let unsentInARow = 0

  async function send(delivery: PlannedDelivery): Promise<void> {
    const { provider, secret, url } = target(delivery.providerId)
    const headers = signDelivery(provider, delivery, secret, clock())
    const sentAt = performance.now()
    const result = await poster.post(url, headers, delivery.body)
    const answer = readAnswer(delivery, result, performance.now() - sentAt)
    unsentInARow = result.ok ? 0 : unsentInARow + 1
    tally.add(answer)
    options.onAnswer?.(answer)
  }

  async function work(): Promise<void> {
    while (!signal?.aborted && unsentInARow < stopAfterUnsent) {
      const { value, done } = iterator.next()
      if (done) return
      const early = value.sendAfterMs - (performance.now() - startedAt)
      if (early > 0 && !(await waited(early, signal))) return
      await send(value)
    }
  }

  try {
    await Promise.all(Array.from({ length: connections }, work))
  } finally {
    poster.close()
  }
  const stopped = signal?.aborted ? 'interrupted' : unsentInARow >= stopAfterUnsent ? 'unreachable' : null
  return tally.summary(performance.now(), stopped)
}

/** False where the signal ended the wait. */
async function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal })
    return true
  } catch (error) {
    if (signal?.aborted) return false
    throw error
  }
}

interface Target {
  provider: Provider
  secret: Secret
  url: URL
}

function createTargets({ url, secrets, sources = {} }: SendOptions): (providerId: string) => Target {
  const targets = new Map<string, Target>()
  return (providerId) => {
    const known = targets.get(providerId)
    if (known) return known
    const provider = findProvider(providerId)
    if (!provider) throw new Error(`Expected a delivery of a registered provider; received one of "${providerId}".`)
    const path = ['api', 'webhooks', providerId, sources[providerId]].filter((part) => part !== undefined)
    const secret = { id: 'simulated', value: secrets[providerId] ?? 'the-secret-of-no-source' }
    const target = { provider, secret, url: new URL(`${url.replace(/\/+$/, '')}/${path.join('/')}`) }
    targets.set(providerId, target)
    return target
  }
}
