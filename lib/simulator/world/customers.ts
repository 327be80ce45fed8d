import type { Customer, Happening } from '@/lib/providers/happening'
import type { Diary } from './diary'
import { openDiary } from './diary'
import { findAddress, meetCustomer } from './people'
import { DAY, HOUR, MINUTE, type Shop } from './shop'

const REMEMBERED = 500

/** Who places the next order: a known customer in a share of 0.4, else a new one, whose creation the diary notes. */
export function nextCustomer(shop: Shop, diary: Diary): Customer {
  const { random, customers } = shop
  const known = random.chance(0.4) ? customers[random.int(0, Math.max(0, customers.length - 1))] : undefined
  if (known) return known
  const customer = meetCustomer(random, diary.at)
  diary.note({ kind: 'customer', step: 'created', customer })
  diary.wait(MINUTE, 20 * MINUTE)
  if (customers.length < REMEMBERED) customers.push(customer)
  else customers[random.int(0, REMEMBERED - 1)] = customer
  return customer
}

/** A known customer moves house or becomes a regular; in a share of 0.2 the customer's data is deleted later on. */
export function customerCare(shop: Shop, start: number): Happening[] {
  const { random, customers } = shop
  const index = random.int(0, Math.max(0, customers.length - 1))
  const customer = customers[index]
  if (!customer) return []
  const diary = openDiary(shop, start)
  const moved = random.chance(0.5) ? { address: findAddress(random) } : { tags: ['pelanggan-setia', 'vip'] }
  const updated = { ...customer, ...moved, updatedAt: new Date(diary.at) }
  diary.note({ kind: 'customer', step: 'updated', customer: updated })
  if (random.chance(0.2)) {
    customers.splice(index, 1)
    diary.wait(HOUR, 2 * DAY)
    diary.note({ kind: 'customer', step: 'deleted', customer: updated })
  } else {
    customers[index] = updated
  }
  return diary.close()
}
