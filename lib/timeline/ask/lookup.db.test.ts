import { beforeAll, describe, expect, it } from 'vitest'
import { getEntity } from './get'
import { lookUp } from './lookup'
import { customer, HOUR_MS, order, useShop } from './testing'

const shop = useShop()
const START = Date.now() - 100 * HOUR_MS
const at = (hours: number) => new Date(START + hours * HOUR_MS)
const look = async (q: string, limit = 20) => (await lookUp({ q, limit }, shop.client())).items
const found = async (q: string) => (await look(q)).map(({ kind, label, matched }) => `${kind} ${label}: ${matched}`)

const buyer = customer('rina', { phone: '+6281234567890' })
const placed = order('1001', { customer: buyer })
let events: string[] = []

beforeAll(async () => {
  events = await shop.tell({ kind: 'order', step: 'placed', order: placed }, at(0))
  const parcel = { awb: 'JNE001', courier: 'JNE', service: 'REG' }
  await shop.tell({ kind: 'awb', step: 'generated', order: placed, parcel }, at(1))
  await shop.tell({ kind: 'order', step: 'placed', order: order('1002', { customer: buyer }) }, at(2))
  await shop.join()
})

describe('what a person pastes', () => {
  it.each([
    ['#1001', 'order 1001: Order number 1001'],
    [' 1001', 'order 1001: Order number 1001'],
    ['jne001', 'shipment JNE001: AWB JNE001'],
    ['0812-3456-7890', 'customer Rina Wati: Phone +6281234567890'],
    ['62 812 3456 7890', 'customer Rina Wati: Phone +6281234567890'],
    ['RINA@example.com', 'customer Rina Wati: Email rina@example.com'],
  ])('%s leads to its page', async (text, expected) => {
    expect(await found(text)).toEqual([expected])
  })

  it('leads to a page that is there', async () => {
    const [item] = await look('1001')
    const { id } = await getEntity('order', '1001', shop.client())
    expect(item).toMatchObject({ id, path: `/orders/${id}` })
    expect(await look(id.toUpperCase())).toMatchObject([{ kind: 'order', id, path: `/orders/${id}` }])
  })

  it('says whose id it is where a provider made it up', async () => {
    const { identifiers } = await getEntity('order', '1001', shop.client())
    for (const { value, issuer } of identifiers.filter((one) => one.issuer !== null)) {
      expect(await found(value)).toEqual([expect.stringMatching(/^order 1001: Order id .+ at .+$/)])
      expect(issuer).not.toBeNull()
    }
  })

  it('may be the id of an event, ours or its provider’s, or of a delivery', async () => {
    for (const id of events) {
      const event = await shop.client().event.findUniqueOrThrow({ where: { id } })
      const [path, label] = [`/events/${id}`, expect.stringMatching(/^Order .+: .*1001$/)]
      expect(await look(id)).toMatchObject([{ kind: 'event', id, path, matched: 'Event id', label }])
      expect(await look(event.dedupeKey)).toMatchObject([
        { kind: 'event', id, path, matched: expect.stringMatching(/^Event id at ./) },
      ])
      const deliveryId = event.firstDeliveryId
      expect(await look(deliveryId)).toMatchObject([
        { kind: 'delivery', id: deliveryId, path: `/deliveries/${deliveryId}`, matched: 'Delivery id' },
      ])
    }
  })

  it('may be a beginning of three characters or more, where nothing is exactly that', async () => {
    expect((await found('100')).length).toBe(2)
    expect(await found('10')).toEqual([])
    expect(await found('jne')).toEqual(['shipment JNE001: AWB JNE001'])
    expect((await look('100', 1)).length).toBe(1)
  })

  it.each(['-', 'N/A', 'nobody@nowhere.example', 'a\u0000b', '%', 'DROP TABLE entity'])(
    '%j leads nowhere',
    async (text) => {
      expect(await look(text)).toEqual([])
    },
  )
})

it('finds an event that names it before it is joined, and then the thing itself', async () => {
  await shop.tell({ kind: 'order', step: 'placed', order: order('7007') }, at(3))
  const fresh = await look('7007')
  expect(fresh.length).toBeGreaterThan(0)
  expect(fresh.every(({ kind, matched }) => kind === 'event' && matched.startsWith('Just arrived: names order '))).toBe(
    true,
  )
  await shop.join()
  expect(await found('7007')).toEqual(['order 7007: Order number 7007'])
})

it('says of which store each is where several have the same number', async () => {
  await shop.openStore('Toko Kedua', 'second')
  await shop.tell({ kind: 'order', step: 'placed', order: order('1001') }, at(4), { slug: 'second' })
  await shop.join()
  const both = await look('1001')
  expect(both.map(({ matched }) => matched)).toEqual(['Order number 1001, Toko Kedua', 'Order number 1001, Default'])
  expect(new Set(both.map(({ id }) => id)).size).toBe(2)
})
