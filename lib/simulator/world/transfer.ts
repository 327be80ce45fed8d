import type { Happening } from '@/lib/providers/happening'
import { bookParcel } from './couriers'
import { openDiary } from './diary'
import { DAY, HOUR, MINUTE, type Shop } from './shop'
import { STAFF, stockLines, WAREHOUSES } from './stock'

/** Goods move between two warehouses: the transfer and the outbound shipment that belongs to it. */
export function transfer(shop: Shop, start: number): Happening[] {
  const { random } = shop
  const diary = openDiary(shop, start)
  const [jakarta, ...others] = WAREHOUSES
  const other = random.pick(others)
  const [from, to] = random.chance(0.7) ? [jakarta, other] : [other, jakarta]
  const expectedAt = new Date(start + random.int(DAY, 2 * DAY))
  const arrivedAt = new Date(expectedAt.getTime() + random.int(-4 * HOUR, 8 * HOUR))
  const moved = {
    key: random.key(),
    number: shop.nextNumber('transfer'),
    from,
    to,
    expectedAt,
    receivedBy: random.pick(STAFF),
    lines: stockLines(shop, 5, 60),
    createdAt: new Date(start),
    updatedAt: new Date(start),
  }
  // Until the goods are there, only the expected time is known.
  const asKnown = (at: number) => ({ ...moved, arrivedAt: at < arrivedAt.getTime() ? expectedAt : arrivedAt })
  const told = (step: 'created' | 'approved' | 'rejected' | 'completed') =>
    diary.note({ kind: 'transfer', step, transfer: { ...asKnown(diary.at), updatedAt: new Date(diary.at) } })
  told('created')
  diary.wait(5 * MINUTE, 4 * HOUR)
  if (random.chance(0.15)) {
    told('rejected')
    return diary.close()
  }
  told('approved')
  const departedAt = new Date(diary.wait(30 * MINUTE, 6 * HOUR))
  const parcel = bookParcel(random)
  const sent = { key: random.key(), number: shop.nextNumber('outbound'), parcel, departedAt, createdAt: departedAt }
  const travels = (step: 'created' | 'completed') => {
    const outbound = { ...sent, transfer: asKnown(diary.at), updatedAt: new Date(diary.at) }
    diary.note({ kind: 'outbound', step, outbound })
  }
  travels('created')
  const travelMs = Math.max(HOUR, arrivedAt.getTime() - diary.at)
  diary.wait(travelMs, travelMs)
  travels('completed')
  diary.wait(5 * MINUTE, 2 * HOUR)
  told('completed')
  return diary.close()
}
