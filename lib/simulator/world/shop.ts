import type { Customer, Happening, Product } from '@/lib/providers/happening'
import { createRandom, type Random } from '../random'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A happening's own members, without its key and time. */
export type Deed = Happening extends infer H ? (H extends Happening ? Omit<H, 'key' | 'at'> : never) : never

/** The state of the simulated shop: its goods, its known customers and how far its numbers have counted. */
export interface Shop {
  random: Random
  /** The goods that can be ordered; never empty once the shop is open. */
  goods: Product[]
  /** Recent customers, at most 500. */
  customers: Customer[]
  nextNumber(series: Series): number
  /** A happening at this time, with a key of its own. */
  tell(at: number, deed: Deed): Happening
}

type Series = 'order' | 'product' | 'purchase' | 'inbound' | 'transfer' | 'outbound' | 'adjustment'

/**
 * An empty shop. What it holds depends on the seed alone. The keys of its happenings depend on `now` too: the same
 * happening at another time is another event.
 */
export function openShop(seed: number, now: Date): Shop {
  const keys = createRandom(seed, now.getTime(), 'happenings')
  // Numbers of different seeds do not meet, so that several runs can share one database.
  const first = (seed % 1000) * 1000 + 1
  const numbers = new Map<Series, number>()
  return {
    random: createRandom(seed, 'shop'),
    goods: [],
    customers: [],
    nextNumber(series) {
      const number = numbers.get(series) ?? first
      numbers.set(series, number + 1)
      return number
    },
    tell: (at, deed) => ({ key: keys.key(), at: new Date(at), ...deed }),
  }
}
