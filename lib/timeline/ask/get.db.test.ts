import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import type { Kind } from '../kinds'
import { timelineQuerySchema } from '../query-schemas'
import type { EntityDetail, Timeline } from '../schemas'
import { getEntity } from './get'
import { customer, HOUR_MS, order, product, useShop } from './testing'
import { getTimeline } from './timeline'

const shop = useShop()
const START = Date.now() - 100 * HOUR_MS
const at = (hours: number) => new Date(START + hours * HOUR_MS)
const get = (kind: Kind, id: string, now = new Date()): Promise<EntityDetail> => getEntity(kind, id, shop.client(), now)
const timeline = (kind: Kind, id: string): Promise<Timeline> =>
  getTimeline(kind, id, timelineQuerySchema.parse({}), shop.client())

describe('an order that several providers tell of', () => {
  const placed = order('1001', { customer: customer('rina') })
  const parcel = { awb: 'JNE001', courier: 'JNE', service: 'REG' }

  it('is one under every name, each with its proof and why it belongs there', async () => {
    await shop.subscribeToAll()
    await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(0))
    await shop.tell({ kind: 'order', step: 'packed', order: placed }, at(1))
    await shop.tell({ kind: 'awb', step: 'generated', order: placed, parcel }, at(2))
    await shop.join()
    const detail = await get('order', ' #1001 ')
    const { items } = await timeline('order', '1001')
    for (const { name, value, issuer, providers: using, proof, rule, sharedWith } of detail.identifiers) {
      expect((await get('order', value)).id).toBe(detail.id)
      expect(items).toContainEqual(expect.objectContaining({ eventId: proof?.eventId, type: proof?.type }))
      expect(rule).toMatch(/^Stands with order (id|number) .+ in one event\./)
      expect(using.length).toBeGreaterThan(0)
      if (issuer !== null) expect([name, using]).toEqual([`order_id@${issuer}:${value}`, [issuer]])
      expect(sharedWith).toEqual([])
    }
    const number = detail.identifiers.find(({ name }) => name === 'order_number:1001')
    expect(number?.providers).toEqual(providers.map(({ id }) => id).sort())
    expect(number?.rule).toContain('The same order number within one store at both')
    expect(number?.proof?.eventId).toBe(items[0]?.eventId)
  })

  it('has what every provider last said, and who says otherwise', async () => {
    const { state, statuses, fields, store, eventCount, lastType } = await get('order', '1001')
    expect({ state, store: store.name, eventCount }).toEqual({ state: 'packed', store: 'Default', eventCount: 4 })
    const status = fields.find(({ field }) => field === 'status')
    const [latest, ...others] = statuses
    expect(status).toMatchObject({ value: latest?.status, provider: latest?.provider })
    expect(status?.others.map(({ provider, value }) => ({ provider, status: value }))).toEqual(others)
    expect(lastType).toBe((await timeline('order', '1001')).items.at(-1)?.type)
  })

  it('counts an event once that names it in two ways', async () => {
    const { id, eventCount } = await get('order', '1001')
    const namings = await shop.client().naming.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
    const mention = await shop.client().mention.findFirstOrThrow({ where: { namingId: namings[0]?.id } })
    const [namingId] = namings.slice(1).map((naming) => naming.id)
    if (namingId === undefined) throw new Error('expected two namings')
    const again = { ...mention, set: {}, namingId }
    await shop.client().mention.create({ data: again })
    await shop.client().entity.update({ where: { id }, data: { mentions: { increment: 1 } } })
    expect((await get('order', '1001')).eventCount).toBe(eventCount)
    await shop.client().mention.deleteMany({ where: { namingId, eventId: mention.eventId } })
    await shop.client().entity.update({ where: { id }, data: { mentions: { decrement: 1 } } })
  })

  it('leads to what belongs to it, and that leads back', async () => {
    const detail = await get('order', '1001')
    const seen = detail.related.map(({ title, entity }) => `${title} ${entity.label}`)
    expect(seen).toEqual(['Placed by Rina Wati', 'Delivered by JNE001'])
    expect(detail.relatedMore).toBe(0)
    const buyer = await get('customer', String(placed.customer.phone))
    expect(buyer.related).toMatchObject([{ title: 'Placed', entity: { id: detail.id, state: 'packed' } }])
    const shipment = await get('shipment', 'JNE001')
    expect(shipment.related).toMatchObject([{ title: 'Delivers', proof: { type: shipment.lastType } }])
    expect(shipment.related[0]?.rule).toMatch(/^".+" of .+ names both\.$/)
  })

  it('shows what is expected next, and that it is stuck once the time has come', async () => {
    const { expected } = await get('order', '1001', at(2))
    expect(expected.map(({ title }) => title)).toContain('Shipped')
    const rules = async (now: Date) => (await get('order', '1001', now)).findings.map(({ rule }) => rule)
    expect(await rules(at(2))).not.toContain('stuck')
    expect(await rules(at(2 + 24 * 30))).toContain('stuck')
  })

  it('shows rejected deliveries apart, with no effect on state and timeline', async () => {
    const [before, news] = [await get('order', '1001'), await timeline('order', '1001')]
    const deliveries = await shop.tell({ kind: 'order', step: 'shipped', order: placed }, at(3), { forged: true })
    await shop.join()
    const after = await get('order', '1001')
    expect(after.rejected.map(({ deliveryId }) => deliveryId)).toEqual(deliveries.toReversed())
    expect(after.findings.filter(({ rule }) => rule === 'rejected_delivery')).toMatchObject([
      ...deliveries.toReversed().map((id) => ({ severity: 'problem', eventIds: [id] })),
    ])
    await shop.tell({ kind: 'order', step: 'shipped', order: placed }, at(3), { forged: true })
    const again = (await get('order', '1001')).findings.filter(({ rule }) => rule === 'rejected_delivery')
    expect(again.map(({ eventIds }) => eventIds.length)).toEqual(deliveries.map(() => 2))
    expect({ ...after, findings: [], rejected: [] }).toEqual({ ...before, findings: [], rejected: [] })
    expect(await timeline('order', '1001')).toEqual(news)
    const { id } = await shop.client().store.findFirstOrThrow({ where: { name: 'Default' } })
    await shop.client().store.update({ where: { id }, data: { timeline: { disabledRules: ['rejected_delivery'] } } })
    expect(await get('order', '1001')).toMatchObject({ rejected: [] })
    await shop.client().store.update({ where: { id }, data: { timeline: {} } })
  })

  it('is found by an id that was joined into it, and by none that is not', async () => {
    const { id } = await get('order', '1001')
    const before = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
    const row = await shop.client().entity.findUniqueOrThrow({ where: { id } })
    await shop.client().entity.create({ data: { ...row, fields: {}, id: before, mergedInto: id } })
    expect((await get('order', before)).id).toBe(id)
    await expect(get('customer', id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(get('order', '-')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('what a partial cancellation leaves', () => {
  it.each(['3001-1', '3001'])('is tied to the order that it is left of, as %s', async (number) => {
    const [key, left] = [`o3001${number.length}`, `left${number.length}`]
    const lines = [1, 2].map((n) => ({ key: `l${n}`, product: product(`p${n}`), quantity: n, price: 1000 }))
    const [cancelled, remaining] = [lines.slice(0, 1), lines.slice(1)]
    const prefix = number.length > 4 ? '' : 'X'
    const first = order(`${prefix}3001`, { key, customer: customer(key), lines })
    await shop.tell({ kind: 'order', step: 'placed', order: first }, at(0))
    await shop.tell({ kind: 'partial_cancellation', order: first, cancelled, remaining }, at(2))
    const second = order(`${prefix}${number}`, { key: left, customer: customer(key), lines: remaining })
    await shop.tell({ kind: 'order', step: 'remainder_placed', order: second }, at(3))
    const unrelated = order(`${prefix}3001-22222`, { key: `${left}u`, customer: customer(key) })
    await shop.tell({ kind: 'order', step: 'placed', order: unrelated }, at(4))
    await shop.join()
    const ids = await shop.client().$queryRaw<{ id: string }[]>`
      SELECT e.id FROM entity e WHERE e.kind = 'order' AND e.label LIKE ${`${prefix}3001%`} ORDER BY e.first_at, e.id`
    const found = []
    for (const { id } of ids) {
      const { related } = await get('order', id)
      found.push(...related.filter(({ relation }) => relation === 'remainder_of').map((item) => ({ of: id, ...item })))
    }
    const [whole, part] = [ids[0]?.id, found.find(({ title }) => title === 'Remainder of')?.of]
    expect(found).toMatchObject([
      { of: whole, seenFrom: 'to', title: 'Remainder', entity: { id: part } },
      { of: part, seenFrom: 'from', title: 'Remainder of', entity: { id: whole }, proof: found[0]?.proof },
    ])
    expect(found[0]?.proof).toMatchObject({ type: expect.stringContaining('partial') })
    expect(ids.length).toBe(3)
  })

  it('is none of an order that was never partly cancelled', async () => {
    await shop.tell({ kind: 'order', step: 'placed', order: order('4001') }, at(0))
    await shop.tell({ kind: 'order', step: 'placed', order: order('4001-1') }, at(3))
    await shop.join()
    const { related } = await get('order', '4001')
    expect(related.map(({ relation }) => relation)).not.toContain('remainder_of')
  })
})

it('says of a phone that two people share whose it is as well, and that it joins nothing', async () => {
  const [tini, tono] = ['tini', 'tono'].map((key) => customer(key, { phone: '+628111111111', firstName: key }))
  for (const [n, one] of [tini, tono].entries()) {
    if (one) await shop.tell({ kind: 'customer', step: 'created', customer: one }, at(n))
  }
  await shop.join()
  const detail = await get('customer', 'tini@example.com')
  const phone = detail.identifiers.find(({ scheme }) => scheme === 'phone')
  expect(phone?.sharedWith).toMatchObject([{ kind: 'customer', label: 'tono Wati' }])
  expect(phone?.rule).toContain('Also used by tono Wati, so it joins nothing.')
  expect(
    detail.identifiers.filter(({ scheme }) => scheme !== 'phone').every(({ sharedWith }) => sharedWith.length === 0),
  ).toBe(true)
})

it('tells what people decided about it', async () => {
  await shop.tell({ kind: 'order', step: 'placed', order: order('5001') }, at(0))
  await shop.join()
  const { store } = await get('order', '5001')
  const decision = { names: ['order_number:5001'], others: ['order_number:5002'], actor: 'user:ayu@example.com' }
  const id = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12'
  await shop.client().identityDecision.create({
    data: { id, storeId: store.id, kind: 'order', verdict: 'same', reason: 'typed twice', ...decision },
  })
  const detail = await get('order', '5001')
  expect(detail.decisions).toMatchObject([{ id, verdict: 'same', reason: 'typed twice', ...decision }])
  const number = detail.identifiers.find(({ name }) => name === 'order_number:5001')
  expect(number?.rule).toContain('Joined by ayu@example.com: typed twice')
})
