import { expect, it, vi } from 'vitest'
import { ADMIN } from '@/lib/auth/testing'
import { send } from '@/lib/ingest/testing'
import type { Happening } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import { startWorker } from '@/lib/worker/worker'
import { customer, customerCreated, messageFrom, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { linkEntities } from './link'
import { splitEntity } from './split'

const bench = useTimelineBench()
const PHONE = '+6281234567890'
const [ANI, BUDI] = [customer('ani', { phone: PHONE }), customer('budi', { phone: PHONE })]
const reason = 'she called us'

interface Shape {
  id: string
  kind: string
  names: string[]
}

/** What stands of a kind, the oldest first, with all the names in its namings. */
async function standing(kind: string): Promise<Shape[]> {
  const rows = await bench().prisma.$queryRaw<Shape[]>`
    SELECT e.id, e.kind, array_agg(DISTINCT name ORDER BY name) AS names
    FROM entity e JOIN naming n ON n.entity_id = e.id, unnest(n.names) AS name
    WHERE e.kind = ${kind} AND e.merged_into IS NULL GROUP BY e.id ORDER BY e.id`
  return rows
}

async function only(kind: string): Promise<Shape> {
  const [first, ...others] = await standing(kind)
  if (!first || others.length > 0) throw new Error(`expected one ${kind}`)
  return first
}

const link = (a: string, b: string) => linkEntities({ ids: [a, b], reason }, ADMIN, bench().databaseUrl)
const split = (id: string, names: string[]) => splitEntity({ id, names, reason }, ADMIN, bench().databaseUrl)
const withScheme = (names: readonly string[], scheme: string) => names.filter((name) => name.startsWith(scheme))

function orderOf(happening: Happening) {
  if (happening.kind !== 'order') throw new Error('expected a step of an order')
  return happening.order
}

/** Tells of it in bodies that leave out every id of the order. */
async function happensByNumberAlone(happening: Happening): Promise<void> {
  for (const provider of providers) {
    for (const { body, ...announced } of provider.announce(happening)) {
      const bare = JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'order_id' ? undefined : value)))
      await send(bench().url, { provider, ...announced, body: new TextEncoder().encode(bare) })
    }
  }
  await bench().join()
}

/** The id that the seller of the order made up, and the one of the other provider. */
function ids({ names }: Shape): [string, string] {
  const [one = '', other = ''] = withScheme(names, 'order_id@')
  return [one, other]
}

it('splits an order in two, and events that come later respect it', async () => {
  await bench().happens(orderStep('1001', 'placed', ANI))
  const order = await only('order')
  const [one, other] = ids(order)
  const { items } = await split(order.id, [other])
  expect(items).toEqual([
    { id: order.id, kind: 'order', label: expect.any(String) },
    { id: expect.any(String), kind: 'order', label: expect.any(String) },
  ])
  await bench().happens(orderStep('1001', 'shipped', ANI, { at: new Date('2026-03-03T08:00:00Z') }))
  const parts = await standing('order')
  expect(parts.map(({ names }) => withScheme(names, 'order_id@'))).toEqual(expect.arrayContaining([[one], [other]]))
  expect(parts).toHaveLength(2)
  const counts = await bench().prisma.entity.findMany({ where: { kind: 'order' }, select: { mentions: true } })
  expect(counts).toEqual([{ mentions: 2 }, { mentions: 2 }])
})

it('links again what was split: the later decision holds', async () => {
  await bench().happens(orderStep('1001', 'placed', ANI))
  const order = await only('order')
  const { items } = await split(order.id, [ids(order)[1]])
  const [a, b] = items.map(({ id }) => id)
  expect(await link(a ?? '', b ?? '')).toMatchObject({ items: [{ id: order.id }] })
  expect(await only('order')).toEqual(order)
  const decisions = await bench().prisma.identityDecision.findMany({ orderBy: { id: 'asc' } })
  expect(decisions.map(({ verdict, actor, reason: why }) => [verdict, actor, why])).toEqual([
    ['apart', 'token:a test', reason],
    ['same', 'token:a test', reason],
  ])
  const audit = await bench().prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(audit.map(({ action, target }) => [action, target])).toEqual([
    ['entity.split', `entity:${order.id}`],
    ['entity.linked', `entity:${order.id}`],
  ])
})

it('links again all that was split, with what knows the number alone', async () => {
  const placed = orderStep('1001', 'placed', ANI)
  await bench().happens(placed)
  await happensByNumberAlone({
    ...{ kind: 'awb', step: 'generated', key: 'awb1', at: new Date('2026-03-02T09:00:00Z') },
    ...{ order: orderOf(placed), parcel: { awb: 'JNE1', courier: 'JNE', service: 'REG' } },
  })
  const order = await only('order')
  expect(await bench().prisma.naming.count({ where: { names: { equals: ['order_number:1001'] } } })).toBe(1)
  for (const left of ids(order)) {
    const { items } = await split(order.id, [left])
    expect(items).toHaveLength(2)
    await link(items[0]?.id ?? '', items[1]?.id ?? '')
    expect(await only('order')).toEqual(order)
  }
})

it('links two customers of one provider who share a phone, and then its messages are theirs', async () => {
  for (const told of [customerCreated(ANI), customerCreated(BUDI), messageFrom(ANI, 'm1')]) await bench().happens(told)
  const customers = await standing('customer')
  expect(customers.map(({ names }) => names.length)).toEqual([3, 3, 1])
  const { items } = await link(customers[1]?.id ?? '', customers[0]?.id ?? '')
  expect(items).toMatchObject([{ id: customers[0]?.id }])
  await bench().happens(messageFrom(BUDI, 'm2'))
  const one = await only('customer')
  expect(one.id).toBe(customers[0]?.id)
  expect(await bench().prisma.entity.findFirst({ where: { id: one.id } })).toMatchObject({ mentions: 4 })
})

it('takes the id of what was joined into another for that other', async () => {
  const third = customer('citra', { phone: '+6285550001111' })
  await bench().happens(customerCreated(ANI), customerCreated(BUDI), customerCreated(third))
  const [one, two, three] = (await standing('customer')).map(({ id }) => id)
  await link(one ?? '', two ?? '')
  await link(two ?? '', three ?? '')
  expect((await only('customer')).id).toBe(one)
  await expect(link(three ?? '', two ?? '')).rejects.toMatchObject({ code: 'conflict' })
})

it('refuses what cannot be, and changes nothing', async () => {
  await bench().happens(orderStep('1001', 'placed', ANI), orderStep('1002', 'placed', ANI))
  const [order, next] = await standing('order')
  const who = await only('customer')
  if (!order || !next) throw new Error('there are two orders')
  const nobody = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
  await expect(link(order.id, nobody)).rejects.toMatchObject({ code: 'not_found' })
  await expect(link(order.id, order.id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(link(order.id, who.id)).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(split(nobody, order.names)).rejects.toMatchObject({ code: 'not_found' })
  await expect(split(order.id, order.names)).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(split(order.id, [ids(next)[0]])).rejects.toMatchObject({ code: 'invalid_request' })
  const store = await bench().prisma.store.create({ data: { name: 'Another' } })
  await bench().prisma.entity.update({ where: { id: next.id }, data: { storeId: store.id } })
  await expect(link(order.id, next.id)).rejects.toMatchObject({ code: 'invalid_request' })
  expect(await bench().prisma.identityDecision.count()).toBe(0)
  expect(await bench().prisma.auditEntry.count()).toBe(0)
})

it('refuses to split names that no event tells apart', async () => {
  await bench().happens(customerCreated(ANI))
  const who = await only('customer')
  await expect(split(who.id, withScheme(who.names, 'email'))).rejects.toMatchObject({ code: 'conflict' })
  expect(await only('customer')).toEqual(who)
  expect(await bench().prisma.identityDecision.count()).toBe(0)
})

it('decides while the worker joins', async () => {
  const { prisma, databaseUrl } = bench()
  await bench().happens(orderStep('1001', 'placed', ANI))
  const order = await only('order')
  const worker = await startWorker({ databaseUrl, handlers: [], concurrency: 4 })
  try {
    const steps = ['paid', 'in_process', 'packed', 'shipped', 'completed'] as const
    const told = (async () => {
      for (const [index, step] of steps.entries()) {
        await bench().happens(orderStep('1001', step, ANI, { at: new Date(Date.UTC(2026, 2, 3 + index)) }))
      }
    })()
    for (const _ of [1, 2, 3]) {
      const { items } = await split(order.id, [ids(order)[1]])
      await link(items[0]?.id ?? '', items[1]?.id ?? '')
    }
    await split(order.id, [ids(order)[1]])
    await told
    await vi.waitFor(async () =>
      expect((await prisma.pendingBatch.count()) + (await prisma.pendingJoin.count())).toBe(0),
    )
  } finally {
    await worker.stop(5_000)
  }
  const parts = await standing('order')
  expect(parts.map(({ names }) => withScheme(names, 'order_id@').length)).toEqual([1, 1])
})
