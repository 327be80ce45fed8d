import { describe, expect, it } from 'vitest'
import type { Kind } from '../kinds'
import { timelineQuerySchema } from '../query-schemas'
import { asOf } from './as-of'
import { getEntity } from './get'
import { customer, HOUR_MS, order, useShop } from './testing'
import { getTimeline } from './timeline'

const shop = useShop()
const START = Date.now() - 100 * HOUR_MS
const at = (hours: number) => new Date(START + hours * HOUR_MS)
const after = async (kind: Kind, id: string, eventId: string) =>
  asOf(await getEntity(kind, id, shop.client()), eventId, shop.client())
const events = async (kind: Kind, id: string) =>
  (await getTimeline(kind, id, timelineQuerySchema.parse({}), shop.client())).items

describe('an order as it was after an event', () => {
  const placed = order('1001', { customer: customer('rina') })

  it('has the state, the words and the fields of that moment, in whatever order the events arrived', async () => {
    await shop.tell({ kind: 'order', step: 'shipped', order: { ...placed, fulfilled: true } }, at(5))
    await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(0))
    await shop.tell({ kind: 'order', step: 'packed', order: placed }, at(3))
    await shop.join()
    const items = await events('order', '1001')
    const packed = items.find(({ state }) => state === 'packed')
    const now = await getEntity('order', '1001', shop.client())
    const then = await after('order', '1001', packed?.eventId ?? '')
    expect([now.state, then.state]).toEqual(['shipped', 'packed'])
    expect(then.statuses.find(({ provider }) => provider === packed?.provider)).not.toEqual(
      now.statuses.find(({ provider }) => provider === packed?.provider),
    )
    const said = new Set(
      then.fields.flatMap(({ eventId, others }) => [eventId, ...others.map((other) => other.eventId)]),
    )
    const until = items.slice(0, items.findIndex(({ eventId }) => eventId === packed?.eventId) + 1)
    expect([...said].every((id) => until.some(({ eventId }) => eventId === id))).toBe(true)
  })

  it('is as it is now after its last event', async () => {
    const last = (await events('order', '1001')).at(-1)
    expect(await after('order', '1001', last?.eventId ?? '')).toEqual(await getEntity('order', '1001', shop.client()))
  })

  it('can be asked after an event of its shipment', async () => {
    const parcel = { awb: 'JNE001', courier: 'JNE', service: 'REG' }
    await shop.tell({ kind: 'awb', step: 'generated', order: placed, parcel }, at(4))
    await shop.join()
    const generated = (await events('order', '1001')).find(({ of }) => of.kind === 'shipment')
    const then = await after('order', '1001', generated?.eventId ?? '')
    expect(then.state).toBe('packed')
    expect(then.fields).toContainEqual(expect.objectContaining({ field: 'awb', value: 'JNE001' }))
  })

  it('cannot be asked after an event that there is not', async () => {
    const nobody = '018f0000-0000-7000-8000-000000000000'
    await expect(after('order', '1001', nobody)).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('asOf'),
    })
  })
})
