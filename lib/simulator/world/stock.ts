import type { Place, StockLine } from '@/lib/providers/happening'
import { pickProduct } from './goods'
import type { Shop } from './shop'

export const WAREHOUSES: readonly [Place, ...Place[]] = [
  { code: 'WH-001', name: 'Gudang Jakarta' },
  { code: 'WH-002', name: 'Gudang Surabaya' },
  { code: 'WH-003', name: 'Gudang Medan' },
]

export const STAFF = ['pak.darto', 'bu.rini', 'mas.anto', 'mbak.sari'] as const

/** One to four different products, each in a quantity from `fewest` to `most`; a few with a damaged piece. */
export function stockLines(shop: Shop, fewest: number, most: number): StockLine[] {
  const { random } = shop
  const products = new Set(Array.from({ length: random.int(1, 4) }, () => pickProduct(shop)))
  return Array.from(products, (product) => ({
    key: random.key(),
    product,
    quantity: random.int(fewest, most),
    damaged: random.chance(0.1) ? 1 : 0,
  }))
}
