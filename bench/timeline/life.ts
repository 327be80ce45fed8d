import type { Announcement, Customer, Happening } from '@/lib/providers/happening'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { createRandom, type Random } from '@/lib/simulator/random'
import { TimeQueue } from '@/lib/simulator/time-queue'
import { threads } from '@/lib/simulator/world/threads'

/** What a provider sends, and when it arrives. */
export interface Sent extends Announcement {
  provider: Provider
  /** Milliseconds since 1970. */
  arrivesAt: number
  /** `repeat`: sent before. `forged`: signed by somebody else. */
  as: 'event' | 'repeat' | 'forged'
}

/** Thinned so that there are about ten events for each order. */
const SHARES = { stopsEarly: 0.5, warehouse: 0.5, messages: 0.25, repeats: 0.05, late: 0.03, forged: 0.002 }
const RESELLERS = 5
const ORDERS_BY_RESELLERS = 0.02
const SECOND = 1_000
const HOUR = 3_600_000

/**
 * The traffic of a shop with so many orders, by arrival: both providers, customers with several orders (a few with hundreds),
 * AWBs, messages, goods, repeats, late events, orders that stop half way. Equal arguments give equal traffic.
 */
export function* life(orders: number, now: Date): Generator<Sent> {
  const random = createRandom(orders, 'bench')
  const queue = new TimeQueue<Sent>()
  const resellers: Customer[] = []
  for (const { start, happenings } of threads({ seed: orders % 1_000, orders, now })) {
    yield* queue.takeUntil(start - 1)
    const [first] = happenings
    if (first?.kind === 'customer' && first.step === 'created' && resellers.length < RESELLERS) {
      resellers.push(first.customer)
    }
    for (const happening of thinned(byResellers(happenings, resellers, random), random)) {
      for (const provider of providers) {
        for (const announcement of provider.announce(happening)) {
          for (const sent of sendings(provider, announcement, random)) queue.put(sent.arrivesAt, sent)
        }
      }
    }
  }
  yield* queue.takeUntil(Number.POSITIVE_INFINITY)
}

/** A reseller in the place of whoever orders, in a small share of the orders. */
function byResellers(happenings: Happening[], resellers: readonly Customer[], random: Random): Happening[] {
  const isOrder = happenings.some(({ kind }) => kind === 'order')
  if (!isOrder || resellers.length < RESELLERS || !random.chance(ORDERS_BY_RESELLERS)) return happenings
  const customer = random.pick(resellers)
  return happenings.flatMap((happening): Happening[] => {
    if (happening.kind === 'customer') return []
    if ('order' in happening) return [{ ...happening, order: { ...happening.order, customer } }]
    return 'message' in happening ? [{ ...happening, message: { ...happening.message, customer } }] : [happening]
  })
}

function thinned(happenings: readonly Happening[], random: Random): Happening[] {
  const kept = happenings.filter((happening) => {
    if (happening.kind === 'message_status') return happening.status === 'failed'
    return happening.kind !== 'message_received' || random.chance(SHARES.messages)
  })
  const isOrder = kept.some(({ kind }) => kind === 'order')
  if (isOrder) return random.chance(SHARES.stopsEarly) ? kept.slice(0, random.int(2, kept.length)) : kept
  const isGoods = kept.some(({ kind }) => kind === 'product' || kind === 'customer')
  return isGoods || random.chance(SHARES.warehouse) ? kept : []
}

function sendings(provider: Provider, announcement: Announcement, random: Random): Sent[] {
  const delay = random.chance(SHARES.late) ? random.int(HOUR, 12 * HOUR) : random.int(SECOND, 5 * SECOND)
  const arrivesAt = announcement.occurredAt.getTime() + delay
  const sent: Sent = { provider, ...announcement, arrivesAt, as: 'event' }
  return [
    sent,
    ...(random.chance(SHARES.repeats) ? [{ ...sent, arrivesAt: arrivesAt + 30 * SECOND, as: 'repeat' as const }] : []),
    ...(random.chance(SHARES.forged) ? [{ ...sent, arrivesAt: arrivesAt + SECOND, as: 'forged' as const }] : []),
  ]
}
