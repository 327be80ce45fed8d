import type { Happening, Product } from '@/lib/providers/happening'
import { openDiary } from './diary'
import { designProduct } from './goods'
import { DAY, HOUR, MINUTE, type Shop } from './shop'

const FEWEST_GOODS = 6

/** A new product: created, published, and on sale from then on. */
export function launch(shop: Shop, start: number): Happening[] {
  const diary = openDiary(shop, start)
  const product = designProduct(shop, start)
  shop.goods.push(product)
  diary.note({ kind: 'product', step: 'created', product })
  diary.wait(2 * MINUTE, 2 * HOUR)
  diary.note({ kind: 'product', step: 'published', product: { ...product, updatedAt: new Date(diary.at) } })
  return diary.close()
}

/** A product's price changes, in whole thousands of rupiah. */
export function reprice(shop: Shop, start: number): Happening[] {
  const { index, product } = choose(shop)
  const diary = openDiary(shop, start)
  const factor = shop.random.int(80, 120) / 100
  const price = Math.max(1000, Math.round((product.price * factor) / 1000) * 1000)
  const updated = { ...product, price, updatedAt: new Date(start) }
  shop.goods[index] = updated
  diary.note({ kind: 'product', step: 'updated', product: updated })
  return diary.close()
}

/** A product leaves the shop: archived, and in half of the cases deleted later. Nothing while there are few goods. */
export function retire(shop: Shop, start: number): Happening[] {
  if (shop.goods.length <= FEWEST_GOODS) return []
  const { index, product } = choose(shop)
  shop.goods.splice(index, 1)
  const diary = openDiary(shop, start)
  diary.note({ kind: 'product', step: 'archived', product: { ...product, updatedAt: new Date(start) } })
  if (shop.random.chance(0.5)) {
    diary.wait(HOUR, 2 * DAY)
    diary.note({ kind: 'product', step: 'deleted', product })
  }
  return diary.close()
}

function choose({ random, goods }: Shop): { index: number; product: Product } {
  const index = random.int(0, goods.length - 1)
  const product = goods[index]
  if (!product) throw new Error('the shop has no goods: launch one first')
  return { index, product }
}
