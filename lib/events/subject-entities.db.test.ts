import { expect, it } from 'vitest'
import { getEntity } from '@/lib/timeline/ask/get'
import { customer, order, useShop } from '@/lib/timeline/ask/testing'
import { eventDetail } from './detail'
import { eventsQuerySchema } from './schemas'
import { searchEvents } from './search'

const shop = useShop()
const list = async () => (await searchEvents(eventsQuerySchema.parse({}), shop.client())).items

it('leads from an event to the page of what it is about, once it is on its timeline', async () => {
  const ids = await shop.tell({ kind: 'order', step: 'placed', order: order('1001') }, new Date())
  await shop.tell({ kind: 'customer', step: 'updated', customer: customer('budi') }, new Date())
  expect((await list()).every(({ subject }) => subject?.entity === null)).toBe(true)
  await shop.join()
  const { id } = await getEntity('order', '1001', shop.client())
  const budi = await getEntity('customer', 'budi@example.com', shop.client())
  const items = await list()
  expect(items.length).toBeGreaterThan(ids.length)
  for (const { id: eventId, subject } of items) {
    const expected = ids.includes(eventId) ? { kind: 'order', id } : { kind: 'customer', id: budi.id }
    expect(subject?.entity).toEqual(expected)
    const detail = JSON.parse((await eventDetail(eventId, 'viewer', shop.client())) ?? '')
    expect(detail.subject).toEqual(subject)
  }
})
