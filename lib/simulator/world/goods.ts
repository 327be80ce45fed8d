import type { Product } from '@/lib/providers/happening'
import type { Shop } from './shop'

type Kind = readonly [
  skuPrefix: string,
  name: string,
  category: string,
  subcategory: string,
  priceThousands: readonly [from: number, to: number],
  weightGrams: number,
  sizeCm: readonly [length: number, width: number, height: number],
]

const KINDS: readonly Kind[] = [
  ['KMJ', 'Kemeja Batik', 'Pakaian', 'Kemeja', [149, 385], 250, [30, 24, 3]],
  ['KOS', 'Kaos Katun', 'Pakaian', 'Kaos', [59, 139], 180, [28, 22, 2]],
  ['GMS', 'Gamis', 'Pakaian', 'Gamis', [179, 450], 420, [34, 28, 4]],
  ['SRG', 'Sarung Tenun', 'Pakaian', 'Sarung', [85, 275], 380, [32, 24, 4]],
  ['KPI', 'Kopi Bubuk 250 g', 'Makanan & Minuman', 'Kopi', [45, 125], 270, [18, 9, 6]],
  ['SBL', 'Sambal Botol', 'Makanan & Minuman', 'Sambal', [25, 55], 310, [16, 7, 7]],
  ['TAS', 'Tas Anyaman', 'Aksesori', 'Tas', [95, 320], 600, [38, 30, 12]],
  ['SBN', 'Sabun Herbal', 'Perawatan', 'Sabun', [18, 49], 110, [9, 6, 3]],
  ['GLS', 'Gelas Keramik', 'Rumah Tangga', 'Gelas', [35, 95], 340, [12, 10, 10]],
]
const VARIETIES = 'Parang Kawung Nusantara Toraja Gayo Lombok Priangan Klasik Senja Truntum'.split(' ')
const BRANDS = ['Sekar Jagad', 'Rumah Rempah', 'Anyam Lokal', 'Tenun Timur']

/** A new product of the shop, with a SKU and number of its own and prices in whole thousands of rupiah. */
export function designProduct({ random, nextNumber }: Shop, at: number): Product {
  const [skuPrefix, kind, category, subcategory, priceThousands, weightGrams, sizeCm] = random.pick(KINDS)
  const number = nextNumber('product')
  const price = random.int(...priceThousands) * 1000
  const brand = random.pick(BRANDS)
  const name = `${kind} ${random.pick(VARIETIES)}`
  return {
    key: random.key(),
    number,
    sku: `${skuPrefix}-${number}-${random.pick(['S', 'M', 'L', 'XL', 'STD'])}`,
    name,
    description: `${name} dari ${brand}, buatan pengrajin lokal.`,
    category,
    subcategory,
    brand,
    unitCost: Math.round((price * random.int(45, 70)) / 100_000) * 1000,
    price,
    weightGrams,
    sizeCm,
    createdAt: new Date(at),
    updatedAt: new Date(at),
  }
}

/** One of the goods on sale. Throws where the shop has none. */
export function pickProduct({ random, goods }: Shop): Product {
  const product = goods[random.int(0, goods.length - 1)]
  if (!product) throw new Error('the shop has no goods: open it with at least one product')
  return product
}
