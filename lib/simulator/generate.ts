import type { Provider } from '@/lib/providers/provider'
import { providers as allProviders } from '@/lib/providers/registry'
import { createPlanner, type Draft } from './plan'
import { DEFAULT_SHARES, type PlannedDelivery, type Shares } from './planned-delivery'
import { createRandom } from './random'
import { TimeQueue } from './time-queue'
import { threads } from './world/threads'

export interface GenerateOptions {
  /** An integer from 0. Order numbers count up from `(seed % 1000) * 1000 + 1`. */
  seed: number
  /** How many orders are placed, at least 1. Each makes about 18 deliveries. */
  orders: number
  /** When the simulated time ends: nothing occurs later. */
  now: Date
  shares?: Partial<Shares>
  /** Deliveries per second, which `sendAfterMs` follows; 0 for as fast as possible. Default 0. */
  rate?: number
  providers?: readonly Provider[]
}

/**
 * The deliveries of a simulated shop, in the order in which they are to be sent. Equal options give equal deliveries:
 * bodies, ids, types and order. What happens in the shop depends on seed, orders and now alone; the shares only decide
 * how it is delivered. Lazy: memory holds what is under way in simulated time, about 10,000 orders at most.
 */
export function* generate(options: GenerateOptions): Generator<PlannedDelivery> {
  const { seed, orders, now, rate = 0, providers = allProviders } = options
  const shares = { ...DEFAULT_SHARES, ...options.shares }
  const planners = providers.map((provider) => createPlanner(provider, shares, createRandom(seed, 'plan', provider.id)))
  const queue = new TimeQueue<Draft>()
  const encoder = new TextEncoder()
  let count = 0

  function* release(until: number): Generator<PlannedDelivery> {
    for (const { sendAt: _, body, ...rest } of queue.takeUntil(until)) {
      const sendAfterMs = rate === 0 ? 0 : Math.floor((count * 1000) / rate)
      count++
      yield { ...rest, body: encoder.encode(body), sendAfterMs }
    }
  }

  for (const { start, happenings } of threads({ seed, orders, now })) {
    yield* release(start - 1)
    for (const plan of planners) {
      for (const draft of plan(happenings)) queue.put(draft.sendAt, draft)
    }
  }
  yield* release(Number.POSITIVE_INFINITY)
}
