import type { Happening, Order, OrderLine, OrderStep } from '@/lib/providers/happening'
import { maybeWrite, notify } from './conversation'
import { bookParcel } from './couriers'
import { nextCustomer } from './customers'
import { type Diary, openDiary } from './diary'
import { pickProduct } from './goods'
import { DAY, HOUR, MINUTE, type Shop } from './shop'

/**
 * One order from the customer who places it to its end, with what is written about it on the way. The steps follow
 * contracts/notes.md, "Order lifecycle". Most orders are completed within a week.
 */
export function order(shop: Shop, start: number): Happening[] {
  const { random } = shop
  const diary = openDiary(shop, start)
  const customer = nextCustomer(shop, diary)
  const placed = {
    ...newOrder(random.key(), String(shop.nextNumber('order')), diary.at),
    customer,
    lines: orderLines(shop),
  }
  step(diary, placed, 'placed')
  maybeWrite(shop, diary, customer, 'beforePayment')
  if (random.chance(0.07)) {
    diary.wait(DAY, DAY + HOUR)
    step(diary, { ...placed, state: 'cancelled' }, 'expired')
    return diary.close()
  }
  diary.wait(2 * MINUTE, 6 * HOUR)
  const paid = step(diary, { ...placed, payment: 'paid' }, 'paid')
  notify(shop, diary, customer, 'order_confirmation')
  maybeWrite(shop, diary, customer, 'afterPayment')
  diary.wait(20 * MINUTE, 10 * HOUR)
  step(diary, paid, 'in_process')

  if (paid.lines.length > 1 && random.chance(0.08)) {
    const remainder = cancelPartly(shop, diary, paid)
    diary.wait(10 * MINUTE, 2 * HOUR)
    step(diary, remainder, 'in_process')
    fulfil(shop, diary, remainder)
  } else {
    fulfil(shop, diary, paid)
  }
  return diary.close()
}

/** The order ends; a new one holds what is left of it, under its number with a suffix. */
function cancelPartly({ random }: Shop, diary: Diary, order: Order): Order {
  const [gone, ...remaining] = order.lines
  diary.wait(5 * MINUTE, 3 * HOUR)
  const cancelled: Order = { ...order, state: 'cancelled', updatedAt: new Date(diary.at) }
  diary.note({ kind: 'partial_cancellation', order: cancelled, cancelled: gone ? [gone] : [], remaining })
  diary.wait(1000, MINUTE)
  const remainder: Order = {
    ...newOrder(random.key(), `${order.number}-1`, diary.at),
    customer: order.customer,
    payment: 'paid',
    lines: remaining.map((line) => ({ ...line, key: random.key() })),
  }
  return step(diary, remainder, 'remainder_placed')
}

function fulfil(shop: Shop, diary: Diary, order: Order): void {
  const { random } = shop
  const { customer } = order
  diary.wait(20 * MINUTE, 8 * HOUR)
  step(diary, order, 'packed')
  let parcel = bookParcel(random)
  diary.wait(MINUTE, 30 * MINUTE)
  if (random.chance(0.35)) {
    step(diary, order, 'awaiting_awb')
    diary.wait(10 * MINUTE, 6 * HOUR)
    diary.note({ kind: 'awb', step: 'generated', order, parcel })
  } else {
    diary.note({ kind: 'awb', step: 'generated', order, parcel })
    diary.wait(5000, 10 * MINUTE)
    step(diary, order, 'ready_for_pickup')
  }
  if (random.chance(0.06)) {
    diary.wait(30 * MINUTE, 5 * HOUR)
    parcel = bookParcel(random)
    diary.note({ kind: 'awb', step: 'changed', order, parcel })
  }
  diary.wait(HOUR, 20 * HOUR)
  const shipped = step(diary, { ...order, fulfilled: true }, 'shipped')
  notify(shop, diary, customer, 'shipping_update')
  maybeWrite(shop, diary, customer, 'onTheWay')
  diary.wait(18 * HOUR, 4 * DAY)
  arrive(shop, diary, shipped)
}

function arrive(shop: Shop, diary: Diary, order: Order): void {
  const { random } = shop
  const cameBack = random.chance(0.03)
  const completed = cameBack ? order : step(diary, { ...order, state: 'completed' }, 'completed')
  if (!cameBack) maybeWrite(shop, diary, order.customer, 'atTheDoor')
  if (cameBack || random.chance(0.03)) {
    diary.wait(6 * HOUR, 2 * DAY)
    const returned = step(diary, { ...completed, state: 'returned' }, 'returned')
    if (random.chance(0.25)) return
    diary.wait(2 * HOUR, DAY)
    step(diary, { ...returned, payment: 'refunded' }, 'refunded')
  } else if (random.chance(0.02)) {
    diary.wait(2 * HOUR, DAY)
    step(diary, { ...completed, payment: 'refunded' }, 'refunded')
  }
}

function step(diary: Diary, order: Order, step: OrderStep): Order {
  const now: Order = { ...order, updatedAt: new Date(diary.at) }
  diary.note({ kind: 'order', step, order: now })
  return now
}

function newOrder(key: string, number: string, at: number) {
  const dated = { createdAt: new Date(at), updatedAt: new Date(at) }
  return { key, number, state: 'open', payment: 'pending', fulfilled: false, ...dated } as const
}

function orderLines(shop: Shop): OrderLine[] {
  const { random } = shop
  const products = new Set(Array.from({ length: random.int(1, 3) }, () => pickProduct(shop)))
  return Array.from(products, (product) => ({
    key: random.key(),
    product,
    quantity: random.chance(0.75) ? 1 : random.int(2, 4),
    price: product.price,
  }))
}
