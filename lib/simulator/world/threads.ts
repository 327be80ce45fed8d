import type { Happening } from '@/lib/providers/happening'
import { adjustment } from './adjustment'
import { launch, reprice, retire } from './assortment'
import { customerCare } from './customers'
import { order } from './order'
import { purchase } from './purchase'
import { DAY, openShop, type Shop } from './shop'
import { transfer } from './transfer'

/** Happenings that belong together, such as the life of one order, in order of time. */
export interface Thread {
  /** Milliseconds since 1970. No happening of this or a later thread is earlier. */
  start: number
  happenings: Happening[]
}

const SHORTEST_DAYS = 10
const ORDERS_PER_DAY = 2000
const FIRST_GOODS = 8

/**
 * What happens in a shop over the ten days that end at `now` (longer where that would be over 2,000 orders a day), thread
 * by thread. What has not happened by `now` is left out, so recent orders are still under way. Equal arguments give
 * equal threads; nothing is kept of a thread once it is given.
 */
export function* threads({ seed, orders, now }: { seed: number; orders: number; now: Date }): Generator<Thread> {
  const shop = openShop(seed, now)
  const { random } = shop
  const end = now.getTime()
  const spanMs = Math.max(SHORTEST_DAYS, Math.ceil(orders / ORDERS_PER_DAY)) * DAY
  const begin = end - spanMs
  const thread = (start: number, tell: (shop: Shop, start: number) => Happening[]): Thread => ({
    start,
    happenings: tell(shop, start).filter((happening) => happening.at.getTime() <= end),
  })

  // The first goods are made ready on the day before the first order.
  for (let index = 0; index < FIRST_GOODS; index++) {
    yield thread(begin - DAY + Math.floor((index * DAY) / FIRST_GOODS), launch)
  }
  const slotMs = spanMs / orders
  for (let index = 0; index < orders; index++) {
    const slot = begin + Math.floor(index * slotMs)
    const orderAt = slot + random.int(0, Math.floor(slotMs / 2))
    yield thread(orderAt, order)
    for (const [share, tell] of BETWEEN_ORDERS) {
      if (random.chance(share)) yield thread(orderAt + Math.floor(slotMs / 2) - 1, tell)
    }
  }
}

/** What else goes on, and how often for each order. */
const BETWEEN_ORDERS: readonly (readonly [share: number, tell: (shop: Shop, start: number) => Happening[]])[] = [
  [1 / 25, launch],
  [1 / 15, reprice],
  [1 / 30, retire],
  [1 / 10, customerCare],
  [1 / 10, purchase],
  [1 / 15, transfer],
  [1 / 15, adjustment],
]
