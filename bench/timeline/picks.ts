import type { SCHEMES } from '@/lib/providers/identifiers'
import type { Kind } from '@/lib/timeline/kinds'
import { readName } from '@/lib/timeline/names'
import type { TimedClient } from '../questions/timed-client'

/** What is asked for, chosen at random from a filled database. */
export interface Picks {
  storeId: string
  orders: string[]
  customers: string[]
  shipments: string[]
  busiestCustomer: string
  busiestProduct: string
  /** Values as a person would paste them. */
  values: Record<'orderNumber' | 'awb' | 'phone' | 'email' | 'id', string[]>
}

/** So many of each, the same ones for the same database. */
export async function pick({ query }: TimedClient, count: number): Promise<Picks> {
  const [store] = await query<{ id: string }>('SELECT id FROM store')
  const ids = async (kind: Kind, order: string, limit: number) => {
    const rows = await query<{ id: string }>(
      `SELECT id FROM entity WHERE kind = $1 AND merged_into IS NULL ORDER BY ${order} LIMIT $2`,
      [kind, limit],
    )
    return rows.map(({ id }) => id)
  }
  const values = async (like: string) => {
    const rows = await query<{ name: string }>(
      `SELECT name FROM (SELECT DISTINCT name FROM naming_name WHERE name LIKE $1) n ORDER BY md5(name) LIMIT $2`,
      [like, count],
    )
    return rows.map(({ name }) => readName(name).value)
  }
  const [busiestCustomer = ''] = await ids('customer', 'mentions DESC, id', 1)
  const [busiestProduct = ''] = await ids('product', 'mentions DESC, id', 1)
  const random = 'md5(id::text)'
  return {
    storeId: store?.id ?? '',
    orders: await ids('order', random, count),
    customers: await ids('customer', random, count),
    shipments: await ids('shipment', random, count),
    ...{ busiestCustomer, busiestProduct },
    values: {
      orderNumber: await values('order\\_number:%'),
      awb: await values('awb:%'),
      phone: await values('phone:%'),
      email: await values('email:%'),
      id: await values(`${'order_id' satisfies keyof typeof SCHEMES}@%`),
    },
  }
}
