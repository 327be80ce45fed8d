import type { Happening } from '@/lib/providers/happening'
import { openDiary } from './diary'
import { HOUR, MINUTE, type Shop } from './shop'
import { STAFF, stockLines, WAREHOUSES } from './stock'

const REASONS = {
  increase: ['Selisih stok opname', 'Barang retur layak jual'],
  decrease: ['Barang rusak', 'Kedaluwarsa', 'Selisih stok opname'],
} as const

/** A count of the shelves finds more or fewer goods than the books. */
export function adjustment(shop: Shop, start: number): Happening[] {
  const { random } = shop
  const diary = openDiary(shop, start)
  const direction = random.pick(['increase', 'decrease'] as const)
  const reason = random.pick<string>(REASONS[direction])
  const found = {
    key: random.key(),
    number: shop.nextNumber('adjustment'),
    place: random.pick(WAREHOUSES),
    direction,
    reason,
    note: `${reason}, dihitung oleh ${random.pick(STAFF)}`,
    lines: stockLines(shop, 1, 12),
    createdAt: new Date(start),
  }
  const told = (step: 'created' | 'approved' | 'rejected' | 'completed') =>
    diary.note({ kind: 'adjustment', step, adjustment: { ...found, updatedAt: new Date(diary.at) } })
  told('created')
  diary.wait(10 * MINUTE, 8 * HOUR)
  if (random.chance(0.2)) {
    told('rejected')
    return diary.close()
  }
  told('approved')
  diary.wait(MINUTE, HOUR)
  told('completed')
  return diary.close()
}
