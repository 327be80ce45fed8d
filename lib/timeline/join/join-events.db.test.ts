import { describe, expect, it } from 'vitest'
import { send } from '@/lib/ingest/testing'
import type { Happening } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import type { Kind } from '../kinds'
import { FULFILS, SELLS } from '../testing/tellings'
import {
  customer,
  customerCreated,
  messageFrom,
  orderStep,
  type TimelineBench,
  useTimelineBench,
} from '../testing/timeline-bench'

const bench = useTimelineBench()
const AT = new Date('2025-01-02T08:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const ayu = customer('ayu')
const later = (ms: number) => new Date(AT.getTime() + ms)

function awbOf(number: string, awb: string, at: Date, key = `o${number}`): Happening {
  const order = { key, number, state: 'open', payment: 'paid', fulfilled: false, customer: ayu, lines: [] } as const
  return {
    ...{ kind: 'awb', step: 'generated', key: `awb${awb}${at.getTime()}`.toLowerCase(), at },
    order: { ...order, lines: [], createdAt: AT, updatedAt: at },
    parcel: { awb, courier: 'JNE', service: 'REG' },
  }
}

/** The things of a kind, each by all its names. */
async function things({ prisma }: TimelineBench, kind: Kind): Promise<string[][]> {
  const named = new Map<string, Set<string>>()
  for (const { entityId, names } of await prisma.naming.findMany({ where: { kind }, orderBy: { firstAt: 'asc' } })) {
    named.set(entityId, new Set([...(named.get(entityId) ?? []), ...names]))
  }
  return [...named.values()].map((names) => [...names].sort())
}

const entities = ({ prisma }: TimelineBench, kind: Kind) =>
  prisma.entity.findMany({ where: { kind, mergedInto: null }, orderBy: { firstAt: 'asc' } })

describe('an order that two providers tell of', () => {
  it('is one order, by the number that both use', async () => {
    await bench().happens(
      orderStep('1001', 'placed', ayu, { at: AT }),
      orderStep('1001', 'paid', ayu, { at: later(HOUR) }),
    )
    const [names, ...others] = await things(bench(), 'order')
    expect(others).toEqual([])
    for (const provider of providers) expect(names).toContainEqual(expect.stringContaining(`order_id@${provider.id}:`))
    expect(names).toContain('order_number:1001')
  })

  it('says who told of it, how often, from when to when, and where it stands', async () => {
    await bench().happens(
      orderStep('1001', 'placed', ayu, { at: AT }),
      orderStep('1001', 'in_process', ayu, { at: later(HOUR) }),
    )
    const [order] = await entities(bench(), 'order')
    const mentions = await bench().prisma.mention.count({ where: { namingId: { in: await namingIds('order') } } })
    expect(order).toMatchObject({
      ...{ label: '1001', state: 'in_process', providers: [SELLS, FULFILS].sort(), mentions },
      ...{ firstAt: AT, lastAt: later(HOUR), lastType: expect.stringMatching(/^order/) },
    })
    expect(mentions).toBeGreaterThan(2)
    expect(order?.stuckAt?.getTime()).toBeGreaterThan(later(HOUR).getTime())
  })

  it('leaves nothing behind of the orders that it was before they were known to be one', async () => {
    const { happens } = bench()
    await happens(orderStep('1001', 'placed', ayu, { key: 'o1', at: AT }))
    const [before] = await entities(bench(), 'order')
    await happens(orderStep('1001', 'in_process', ayu, { key: 'o1', at: later(HOUR) }))
    const after = await entities(bench(), 'order')
    expect(after.map(({ id }) => id)).toEqual([before?.id])
  })

  it('is tied to its customer and its shipment, by the earliest event that says so', async () => {
    const { prisma, happens } = bench()
    await happens(awbOf('1001', 'TRK1', later(3 * HOUR)))
    const placed = orderStep('1001', 'placed', ayu, { at: AT, createdAt: AT })
    await happens(awbOf('1001', 'TRK1', later(2 * HOUR)), placed)
    const ties = await prisma.namingTie.findMany({ orderBy: { at: 'asc' } })
    expect(ties.map(({ relation, at }) => [relation, at])).toEqual([
      ['placed_by', AT],
      ['delivers', later(2 * HOUR)],
    ])
    const namings = new Map((await prisma.naming.findMany()).map((naming) => [naming.id, naming]))
    const delivers = ties.find(({ relation }) => relation === 'delivers')
    expect(namings.get(delivers?.fromId ?? 0n)?.names).toEqual(['awb:TRK1'])
    expect(namings.get(delivers?.toId ?? 0n)?.names).toContain('order_number:1001')
    expect(await things(bench(), 'order')).toHaveLength(1)
  })
})

describe('things that share a name', () => {
  it('stay two people where they share a phone, and what the phone says alone belongs to neither', async () => {
    const budi = customer('budi')
    await bench().happens(customerCreated(ayu, AT), customerCreated(budi, AT), messageFrom(ayu, 'm1', AT))
    const people = await things(bench(), 'customer')
    expect(people).toHaveLength(3)
    expect(people).toContainEqual(['phone:+6281234567890'])
  })

  it('are one person as long as only one uses the phone, and no more once a second does', async () => {
    const { happens } = bench()
    await happens(customerCreated(ayu, AT), messageFrom(ayu, 'm1', AT))
    expect(await things(bench(), 'customer')).toHaveLength(1)
    const [before] = await entities(bench(), 'customer')
    await happens(customerCreated(customer('budi'), later(HOUR)))
    expect(await things(bench(), 'customer')).toHaveLength(3)
    expect((await entities(bench(), 'customer')).map(({ label }) => label).sort()).toEqual(
      ['+6281234567890', 'Customer ayu', 'Customer budi'].sort(),
    )
    expect((await entities(bench(), 'customer')).map(({ id }) => id)).toContain(before?.id)
  })

  it('are two orders where a number is given anew a year later', async () => {
    const { happens } = bench()
    const again = later(365 * DAY)
    await happens(orderStep('1001', 'placed', ayu, { key: 'first', at: AT, createdAt: AT }))
    await happens(orderStep('1001', 'placed', ayu, { key: 'second', at: again, createdAt: again }))
    const orders = await things(bench(), 'order')
    expect(orders).toHaveLength(2)
    for (const names of orders) {
      for (const { id } of providers) expect(names.filter((name) => name.includes(`@${id}:`))).toHaveLength(1)
    }
  })

  it('are two orders in two stores', async () => {
    const { prisma, addSource, url, join } = bench()
    const other = await prisma.store.create({ data: { name: 'Other' } })
    for (const provider of providers) {
      const source = await addSource(provider, 'other')
      await prisma.source.update({ where: { id: source }, data: { storeId: other.id } })
      const [announced] = provider.announce(orderStep('1001', 'placed', ayu, { at: AT }))
      if (!announced) throw new Error('every provider tells of orders')
      const body = new TextEncoder().encode(announced.body)
      for (const path of ['', '/other']) {
        await send(url, { provider, ...announced, body, path: `/api/webhooks/${provider.id}${path}` })
      }
    }
    await join()
    const orders = await entities(bench(), 'order')
    expect(new Set(orders.map(({ storeId }) => storeId)).size).toBe(2)
    expect(orders).toHaveLength(2)
    for (const order of orders) expect(order.providers).toHaveLength(providers.length)
  })

  it('are many people where more than twenty use one phone, also those who were joined to it before', async () => {
    const { happens } = bench()
    await happens(messageFrom(ayu, 'm1', AT), customerCreated(ayu, AT))
    const crowd = Array.from({ length: 25 }, (_, index) => customerCreated(customer(`c${index}`), later(HOUR)))
    await happens(...crowd)
    await happens(customerCreated(customer('last'), later(2 * HOUR)), messageFrom(ayu, 'm2', later(2 * HOUR)))
    const people = await things(bench(), 'customer')
    expect(people).toHaveLength(28)
    expect(people).toContainEqual(['phone:+6281234567890'])
  })
})

async function namingIds(kind: Kind): Promise<bigint[]> {
  return (await bench().prisma.naming.findMany({ where: { kind } })).map(({ id }) => id)
}
