import { describe, expect, it } from 'vitest'
import { seedRun } from '@/lib/runs/testing'
import { KINDS, type Kind } from '../kinds'
import { type TimelineQuery, timelineQuerySchema } from '../query-schemas'
import { getEntity } from './get'
import { customer, HOUR_MS, order, useShop } from './testing'
import { getTimeline } from './timeline'

const shop = useShop()
const START = Date.now() - 100 * HOUR_MS
const at = (hours: number) => new Date(START + hours * HOUR_MS)
const read = (kind: Kind, id: string, query: Partial<TimelineQuery> = {}) =>
  getTimeline(kind, id, timelineQuerySchema.parse(query), shop.client())
const types = async (kind: Kind, id: string, query: Partial<TimelineQuery> = {}) =>
  (await read(kind, id, query)).items.map(({ type, of }) => `${of.kind} ${type}`)

async function readAll(kind: Kind, id: string, query: Partial<TimelineQuery>) {
  const items = []
  let cursor: string | undefined
  do {
    const page = await read(kind, id, { ...query, ...(cursor ? { cursor } : {}) })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return items
}

describe('an order with its shipment', () => {
  const buyer = customer('rina')
  const placed = order('1001', { customer: buyer })

  it('stands in the order in which it happened, whatever arrived first, with every provider in it', async () => {
    await shop.tell({ kind: 'order', step: 'shipped', order: { ...placed, fulfilled: true } }, at(5))
    await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(0))
    const parcel = { awb: 'JNE001', courier: 'JNE', service: 'REG' }
    await shop.tell({ kind: 'awb', step: 'generated', order: placed, parcel }, at(4))
    await shop.tell({ kind: 'order', step: 'packed', order: placed }, at(3))
    await shop.join()
    const { items, nextCursor } = await read('order', '#1001')
    const times = items.map(({ occurredAt }) => occurredAt)
    expect(times).toEqual([...times].sort())
    expect(new Set(items.map(({ provider }) => provider)).size).toBeGreaterThan(1)
    expect(items.every(({ isNew, isTimeKnown, deliveryCount }) => !isNew && isTimeKnown && deliveryCount === 1)).toBe(
      true,
    )
    expect(nextCursor).toBeNull()
  })

  it('shows an event once, as news of what it is about', async () => {
    const story = await read('order', '1001')
    const own = await read('order', '1001', { scope: 'own' })
    const ids = story.items.map(({ eventId }) => eventId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(own.items.map(({ eventId }) => eventId)).toEqual(ids)
    const ofShipment = story.items.filter(({ of }) => of.kind === 'shipment')
    expect(ofShipment).toMatchObject([{ of: { label: 'JNE001' }, state: 'awb_generated' }])
    expect(own.items.every(({ of }) => of.kind === 'order')).toBe(true)
    expect(await types('shipment', 'jne001')).toEqual([`shipment ${ofShipment[0]?.type}`])
  })

  it('says what changed since the same provider spoke before, by occurrence', async () => {
    const { items } = await read('order', '1001')
    const packed = items.find(({ state }) => state === 'packed')
    const shipped = items.find(({ state }) => state === 'shipped')
    expect(shipped?.changes).toContainEqual(
      expect.objectContaining({
        path: 'status',
        change: 'changed',
        before: packed?.changes.find(({ path }) => path === 'status')?.after,
      }),
    )
    const [first] = items
    expect(first?.changes.length).toBeGreaterThan(0)
    expect(first?.changes.every(({ change }) => change === 'added')).toBe(true)
  })

  it('says the same of an event on whatever page it stands', async () => {
    const whole = (await read('order', '1001')).items
    expect(await readAll('order', '1001', { limit: 1 })).toEqual(whole)
    expect(await readAll('order', '1001', { limit: 2, order: 'desc' })).toEqual(whole.toReversed())
    const ofBuyer = (await read('customer', buyer.email)).items
    expect(ofBuyer.map(({ eventId }) => eventId)).toEqual(whole.map(({ eventId }) => eventId))
    expect(await readAll('customer', buyer.email, { limit: 2 })).toEqual(ofBuyer)
  })

  it('takes a late event into its place and works out the changes anew', async () => {
    const before = await types('order', '1001')
    await shop.tell({ kind: 'order', step: 'in_process', order: placed }, at(2))
    await shop.join()
    const { items } = await read('order', '1001')
    const index = items.findIndex(({ state }) => state === 'in_process')
    expect(items.length).toBe(before.length + 1)
    expect(items[index + 1]?.state).toBe('packed')
    expect(items[index + 1]?.changes).toContainEqual(expect.objectContaining({ path: 'state', before: 'in_process' }))
  })

  it('carries the runs of each event', async () => {
    const [first] = (await read('order', '1001')).items
    const id = await seedRun(shop.client(), String(first?.eventId), { status: 'failed' })
    expect((await read('order', '1001')).items[0]?.runs).toMatchObject([{ id, status: 'failed' }])
  })

  it('is found by an id that was joined into it', async () => {
    const { id } = await getEntity('order', '1001', shop.client())
    const before = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
    const row = await shop.client().entity.findUniqueOrThrow({ where: { id } })
    await shop.client().entity.create({ data: { ...row, fields: {}, id: before, mergedInto: id } })
    expect(await types('order', before)).toEqual(await types('order', '1001'))
    await expect(read('customer', id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an event that was acknowledged a moment ago', () => {
  const placed = order('2001')

  it('is on the timeline before it is joined, and once afterwards', async () => {
    await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(10))
    await shop.join()
    const joined = (await read('order', '2001')).items
    const fresh = await shop.tell({ kind: 'order', step: 'packed', order: placed }, at(12))
    expect(fresh.length).toBeGreaterThan(0)
    for (const step of [() => undefined, shop.join]) {
      await step()
      for (const order of ['asc', 'desc'] as const) {
        const ids = (await readAll('order', '2001', { order, limit: 1 })).map(({ eventId }) => eventId)
        const expected = [...joined.map(({ eventId }) => eventId), ...fresh]
        expect(ids).toEqual(order === 'asc' ? expected : expected.toReversed())
      }
    }
  })

  it('says so while its changes are still to be worked out', async () => {
    await shop.tell({ kind: 'order', step: 'shipped', order: placed }, at(13))
    const last = (await read('order', '2001')).items.at(-1)
    expect(last).toMatchObject({ isNew: true, state: null, changes: [], of: { kind: 'order', label: '2001' } })
    const ofBuyer = (await read('customer', placed.customer.email)).items
    expect(ofBuyer.at(-1)).toMatchObject({ isNew: true, of: { kind: 'order' } })
    await shop.join()
    expect((await read('order', '2001')).items.at(-1)).toMatchObject({ isNew: false, state: 'shipped' })
  })

  it('is shown while it waits itself, and no more once nothing could join it', async () => {
    const client = shop.client()
    const ids = (await shop.tell({ kind: 'order', step: 'completed', order: placed }, at(14))).sort()
    const shown = async () =>
      (await read('order', '2001')).items.flatMap(({ isNew, eventId }) => (isNew ? [eventId] : [])).sort()
    expect(await shown()).toEqual(ids)
    await client.pendingJoin.create({ data: { eventIds: ids } })
    await client.pendingBatch.deleteMany()
    expect(await shown()).toEqual(ids)
    await client.pendingJoin.deleteMany()
    await shop.tell({ kind: 'customer', step: 'created', customer: customer('somebody') }, at(14))
    const { id: older } = await client.event.findFirstOrThrow({ orderBy: { id: 'asc' } })
    await client.pendingJoin.create({ data: { eventIds: [older] } })
    expect(await client.pendingBatch.count()).toBeGreaterThan(0)
    expect(await shown()).toEqual([])
    await shop.join()
  })

  it('is not shown where its ids say that it is about something else of the same number', async () => {
    const known = (await getEntity('order', '2001', shop.client())).identifiers.map(
      ({ scheme, value }) => `${scheme}:${value}`,
    )
    const ids = await shop.tell({ kind: 'order', step: 'placed', order: { ...placed, key: 'another' } }, at(14))
    const rows = await shop.client().event.findMany({ where: { id: { in: ids } } })
    const strangers = rows.filter(({ identifiers }) => {
      const own = identifiers.filter((name) => name.startsWith('order_id:'))
      return own.length > 0 && !own.some((name) => known.includes(name))
    })
    expect(strangers.length).toBeGreaterThan(0)
    const shown = (await read('order', '2001')).items.map(({ eventId }) => eventId)
    expect(strangers.filter(({ id }) => shown.includes(id))).toEqual([])
    await shop.join()
  })
})

it('keeps stores apart that have the same numbers', async () => {
  await shop.openStore('Toko Kedua', 'second')
  const theirs = order('1001', { key: 'theirs', customer: customer('budi') })
  const ids = await shop.tell({ kind: 'order', step: 'placed', order: theirs }, at(20), { slug: 'second' })
  const [first] = await shop
    .client()
    .entity.findMany({ where: { kind: 'order', label: '1001' }, orderBy: { id: 'asc' } })
  const seen = async () => (await read('order', String(first?.id))).items.filter(({ eventId }) => ids.includes(eventId))
  expect(await seen()).toEqual([])
  await shop.join()
  expect(await seen()).toEqual([])
  expect((await read('customer', 'budi@example.com')).items.map(({ eventId }) => eventId)).toEqual(ids)
})

it.each(Object.keys(KINDS) as Kind[])('says what it looked for where there is no such %s', async (kind) => {
  await expect(read(kind, 'NOBODY-1')).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('"NOBODY-1"'),
  })
})

it('refuses a cursor of another timeline or order', async () => {
  const { nextCursor } = await read('order', '1001', { limit: 1 })
  await expect(read('order', '1001', { order: 'desc', cursor: String(nextCursor) })).rejects.toMatchObject({
    code: 'invalid_request',
  })
})
