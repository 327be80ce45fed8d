import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Happening } from '@/lib/providers/happening'
import { joinName } from '@/lib/providers/identifiers'
import { providers } from '@/lib/providers/registry'
import { isKind } from './kinds'
import { type EventContent, keyOf, mentionsOf, type Said } from './mentions-of'
import { FULFILS, SELLS } from './testing/tellings'
import { customer, messageFrom, orderStep } from './testing/timeline-bench'

const encode = (text: string) => new TextEncoder().encode(text)
const AT = new Date('2026-03-02T08:00:00Z')
const NOBODY = { id: 'nobody', value: 'whsec-nobody' }

/** What a provider tells of a happening, as an event. */
function eventOf(providerId: string, happening: Happening, change: Partial<EventContent> = {}): EventContent {
  const provider = providers.find(({ id }) => id === providerId)
  const announced = provider?.announce(happening)[0]
  if (!provider || !announced) throw new Error('the provider tells nothing of it')
  const { eventType, eventId, occurredAt } = announced
  const body = encode(announced.body)
  const headers = provider.sign({ eventType, body, secret: NOBODY, now: AT, eventId, occurredAt })
  const { identifiers, subject } = provider.read({ headers, body })
  return {
    ...{ provider: providerId, type: eventType, headers, body, identifiers: identifiers.map(joinName) },
    ...{ subjectKind: subject?.kind ?? null, ...change },
  }
}

const rolesIn = ({ mentions }: Said) => mentions.map(({ kind, role }) => [kind, role])

describe('an order event', () => {
  const said = mentionsOf(eventOf(SELLS, orderStep('1001', 'placed', customer('ayu'))))

  it('mentions the order as its subject and the customer by how the order is tied to them', () => {
    expect(rolesIn(said)).toEqual([
      ['order', 'subject'],
      ['customer', 'placed_by'],
    ])
  })

  it('names what the provider made up with its name, and what everybody knows without', () => {
    const [order] = said.mentions
    expect(order?.names.filter((name) => name.includes('@'))).toEqual([expect.stringMatching(`^order_id@${SELLS}:`)])
    expect(order?.names).toContain('order_number:1001')
    expect(order?.names).toEqual([...(order?.names ?? [])].sort())
  })

  it('says what is so of each', () => {
    expect(said.mentions.map(({ set }) => Object.keys(set ?? {}))).toEqual([
      expect.arrayContaining(['total', 'lines']),
      expect.arrayContaining(['name', 'email', 'phone']),
    ])
  })

  it('ties them together', () => {
    expect(said.ties).toEqual([{ relation: 'placed_by', from: partOf(said, 'order'), to: partOf(said, 'customer') }])
  })
})

describe('a message', () => {
  it('is no thing of its own: its customer is mentioned, by how the message is tied to them', () => {
    const said = mentionsOf(eventOf(SELLS, messageFrom(customer('ayu'), 'm1')))
    expect(rolesIn(said)).toEqual([['customer', 'exchanged_with']])
    expect(said.mentions[0]?.set).toMatchObject({ lastMessage: { text: 'Halo' } })
    expect(said.ties).toEqual([])
  })
})

describe('an AWB', () => {
  const order = { key: 'o1', number: '1001', state: 'open', payment: 'paid', fulfilled: false } as const
  const said = mentionsOf(
    eventOf(FULFILS, {
      ...{ kind: 'awb', step: 'generated', key: 'k1', at: AT },
      order: { ...order, createdAt: AT, updatedAt: AT, customer: customer('ayu'), lines: [] },
      parcel: { awb: 'trk1', courier: 'JNE', service: 'REG' },
    }),
  )

  it('is a shipment that delivers the order, and tells the order its AWB', () => {
    expect(rolesIn(said)).toEqual([
      ['shipment', 'subject'],
      ['order', 'delivers'],
    ])
    expect(said.mentions[0]?.names).toEqual(['awb:TRK1'])
    expect(said.mentions[1]?.set).toMatchObject({ awb: 'TRK1' })
    expect(said.ties.map(({ relation }) => relation)).toEqual(['delivers'])
  })
})

describe('any event', () => {
  const event = eventOf(SELLS, orderStep('1001', 'placed', customer('ayu')))

  it('mentions by itself each identifier that no fact speaks of', () => {
    const identifiers = [...event.identifiers, 'sku:HEM-1', 'product_id:9', 'message_id:m1', 'fax:1']
    const { mentions } = mentionsOf({ ...event, identifiers })
    expect(mentions.slice(2)).toEqual([
      { kind: 'product', names: ['sku:HEM-1'], role: 'named', set: null },
      { kind: 'product', names: [`product_id@${SELLS}:9`], role: 'named', set: null },
    ])
  })

  it('of which nothing is known but a name is about the thing that it names', () => {
    const silent = { ...event, type: 'order.cloned', body: encode('{}'), identifiers: ['order_id:7', 'email:a@b.test'] }
    expect(rolesIn(mentionsOf(silent))).toEqual([
      ['order', 'subject'],
      ['customer', 'named'],
    ])
  })

  it('of a provider that is not there any more says its names', () => {
    const { mentions } = mentionsOf({ ...event, provider: 'gone', identifiers: ['order_id:7', 'order_number:7'] })
    expect(mentions.map(({ names }) => names)).toEqual([['order_id@gone:7'], ['order_number:7']])
  })

  it('is read through its content coding', () => {
    const headers = [...event.headers, ['Content-Encoding', 'gzip'] as const]
    expect(mentionsOf({ ...event, headers, body: gzipSync(event.body) })).toEqual(mentionsOf(event))
  })

  it('that a provider documents mentions each thing once, by names of one kind, with ties between what it mentions', () => {
    for (const provider of providers) {
      for (const [eventType, { sample: body }] of Object.entries(provider.eventTypes)) {
        const headers = provider.sign({ eventType, body, secret: NOBODY, now: AT })
        const { identifiers, subject } = provider.read({ headers, body })
        const names = identifiers.map(joinName)
        const content = { provider: provider.id, type: eventType, headers, body, identifiers: names }
        const said = mentionsOf({ ...content, subjectKind: subject?.kind ?? null })
        const keys = said.mentions.map(keyOf)
        expect(new Set(keys).size).toBe(keys.length)
        expect(said.mentions.filter(({ role }) => role === 'subject')).toHaveLength(isKind(subject?.kind ?? '') ? 1 : 0)
        for (const { from, to } of said.ties) expect(keys).toEqual(expect.arrayContaining([keyOf(from), keyOf(to)]))
      }
    }
  })

  it('is read without throwing, whatever it is', () => {
    const anyEvent = fc.record({
      provider: fc.constantFrom(...providers.map(({ id }) => id)),
      type: fc.constantFrom('order.created', 'awb.generated', 'inbound.created', 'message.received', '__proto__'),
      body: fc.json().map(encode),
      identifiers: fc.array(fc.string()),
      subjectKind: fc.constantFrom(null, 'order', 'message', 'constructor'),
    })
    fc.assert(fc.property(anyEvent, (content) => mentionsOf({ ...content, headers: [] }).mentions.length >= 0))
  })
})

function partOf({ mentions }: Said, kind: string) {
  const mention = mentions.find((one) => one.kind === kind)
  return { kind: mention?.kind, names: mention?.names }
}
