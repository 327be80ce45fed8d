import type { Happening } from '@/lib/providers/happening'
import { openDiary } from './diary'
import { DAY, HOUR, MINUTE, type Shop } from './shop'
import { STAFF, stockLines, WAREHOUSES } from './stock'

/** Goods are bought, and where that is approved they arrive: the purchase and the inbound shipment that belongs to it. */
export function purchase(shop: Shop, start: number): Happening[] {
  const { random } = shop
  const diary = openDiary(shop, start)
  const dated = { createdAt: new Date(start), updatedAt: new Date(start) }
  const expectedAt = new Date(start + random.int(DAY, 3 * DAY))
  const number = shop.nextNumber('purchase')
  const ordered = { key: random.key(), number, expectedAt, lines: stockLines(shop, 20, 200), ...dated }
  const told = (step: 'created' | 'approved' | 'rejected' | 'completed') => {
    diary.note({ kind: 'purchase', step, purchase: { ...ordered, updatedAt: new Date(diary.at) } })
  }
  told('created')
  diary.wait(10 * MINUTE, 6 * HOUR)
  if (random.chance(0.15)) {
    told('rejected')
    return diary.close()
  }
  told('approved')
  const inboundAt = diary.wait(MINUTE, HOUR)
  const arrivedAt = new Date(inboundAt + random.int(12 * HOUR, 2 * DAY))
  const inbound = {
    key: random.key(),
    number: shop.nextNumber('inbound'),
    purchase: ordered,
    place: random.pick(WAREHOUSES),
    expectedAt,
    arrivedAt,
    receivedBy: random.pick(STAFF),
    lines: ordered.lines,
    createdAt: new Date(inboundAt),
  }
  const arrives = (step: 'created' | 'received' | 'completed') => {
    // Until the goods are there, only the expected time is known.
    const known = step === 'created' ? { ...inbound, arrivedAt: expectedAt } : inbound
    diary.note({ kind: 'inbound', step, inbound: { ...known, updatedAt: new Date(diary.at) } })
  }
  arrives('created')
  diary.wait(arrivedAt.getTime() - inboundAt, arrivedAt.getTime() - inboundAt)
  arrives('received')
  diary.wait(20 * MINUTE, 4 * HOUR)
  arrives('completed')
  diary.wait(MINUTE, HOUR)
  told('completed')
  return diary.close()
}
