import { describe, expect, it } from 'vitest'
import { send } from '@/lib/ingest/testing'
import type { Happening } from '@/lib/providers/happening'
import { providers } from '@/lib/providers/registry'
import { inTransaction } from '@/lib/worker/in-transaction'
import { customer, customerCreated, messageFrom, orderStep, useTimelineBench } from '../testing/timeline-bench'
import { joinEvents } from './join-events'
import { refresh } from './refresh'

const bench = useTimelineBench()
const AT = new Date('2025-01-02T08:00:00Z')
const DAY = 86_400_000
const ayu = customer('ayu')
const later = (ms: number) => new Date(AT.getTime() + ms)

const story = [
  customerCreated(ayu, AT),
  orderStep('1001', 'placed', ayu, { at: AT }),
  orderStep('1001', 'in_process', ayu, { at: later(3_600_000) }),
  messageFrom(ayu, 'm1', later(7_200_000)),
]

/** Every row of the tables of timelines, ids included. */
async function dump(): Promise<Record<string, string>> {
  const tables = ['mention', 'naming', 'naming_name', 'naming_tie', 'entity']
  const rows = tables.map(async (table) => {
    const found = await bench().pool.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`)
    return [table, found.rows.map(({ row }) => row).join('\n')]
  })
  return Object.fromEntries(await Promise.all(rows))
}

const eventIds = async () => (await bench().prisma.event.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
const joinAgain = async (ids: string[]) => inTransaction(bench().pool, (client) => joinEvents(client, ids))

describe('an event that is joined again', () => {
  it('changes nothing, and says so', async () => {
    await bench().happens(...story)
    const before = await dump()
    expect(await joinAgain(await eventIds())).toBe(0)
    expect(await dump()).toEqual(before)
  })

  it('tells how often it was received since', async () => {
    const { prisma, url, happens, join } = bench()
    await happens(...story)
    const [provider] = providers
    const [announced] = provider?.announce(story[1] as Happening) ?? []
    if (!provider || !announced) throw new Error('the provider tells of orders')
    const findings = async () => (await prisma.entity.findFirstOrThrow({ where: { kind: 'order' } })).findings
    expect(await findings()).not.toContain('repeated_delivery')
    await send(url, { provider, ...announced, body: new TextEncoder().encode(announced.body) })
    await join()
    expect(await findings()).toContain('repeated_delivery')
  })

  it('by several at once is joined once', async () => {
    await bench().happens(...story)
    const before = await dump()
    await bench().prisma.$executeRaw`TRUNCATE mention, naming, naming_name, naming_tie, entity`
    const ids = await eventIds()
    const joined = await Promise.all([joinAgain(ids), joinAgain([...ids].reverse()), joinAgain(ids.slice(2))])
    expect(joined.reduce((sum, count) => sum + count, 0)).toBe(ids.length)
    const after = await dump()
    const count = (rows = '') => rows.split('\n').length
    for (const table of Object.keys(before)) expect(count(after[table])).toBe(count(before[table]))
  })

  it('is not joined where the transaction is rolled back', async () => {
    await bench().happens(...story)
    await bench().prisma.$executeRaw`TRUNCATE mention, naming, naming_name, naming_tie, entity`
    const ids = await eventIds()
    const crash = inTransaction(bench().pool, async (client) => {
      await joinEvents(client, ids)
      throw new Error('the power went')
    })
    await expect(crash).rejects.toThrow('the power went')
    expect(await bench().prisma.mention.count()).toBe(0)
    expect(await bench().prisma.entity.count()).toBe(0)
    expect(await joinAgain(ids)).toBe(ids.length)
  })
})

describe('an event that says something else than before', () => {
  it('takes back what it said, with the things that only it named', async () => {
    await bench().happens(...story)
    const before = await dump()
    const [id = ''] = await eventIds()
    await bench().pool.query(`UPDATE event SET identifiers = identifiers || '{sku:LOST}' WHERE id = $1`, [id])
    expect(await joinAgain([id])).toBe(1)
    expect(await bench().prisma.entity.count({ where: { kind: 'product', label: 'LOST' } })).toBe(1)
    await bench().pool.query(`UPDATE event SET identifiers = array_remove(identifiers, 'sku:LOST') WHERE id = $1`, [id])
    expect(await joinAgain([id])).toBe(1)
    expect(await dump()).toEqual(before)
  })

  it('counts and reaches no further than what is left', async () => {
    const { pool, prisma, happens } = bench()
    await happens(...story)
    const order = await prisma.entity.findFirstOrThrow({ where: { kind: 'order' } })
    // Its last event is about nothing any more.
    const last = await prisma.event.findFirstOrThrow({ where: { subjectKind: 'order' }, orderBy: { id: 'desc' } })
    await pool.query(`UPDATE event SET type = 'unknown', identifiers = '{}' WHERE id = $1`, [last.id])
    expect(await joinAgain([last.id])).toBe(1)
    const after = await prisma.entity.findUniqueOrThrow({ where: { id: order.id } })
    expect(after.mentions).toBe(order.mentions - 1)
    const namings = await prisma.naming.findMany({ where: { entityId: order.id } })
    expect(namings.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(after.mentions)
    expect(await prisma.mention.count({ where: { namingId: { in: namings.map(({ id }) => id) } } })).toBe(
      after.mentions,
    )
    expect(JSON.stringify(after.fields)).not.toContain(last.id)
  })

  it('leaves a tie to the earliest of the other events that say so, or to nobody', async () => {
    const { pool, prisma, happens } = bench()
    const awb = (at: Date) => awbOf('TRK1', at)
    await happens(awb(AT), awb(later(1_000)))
    const [first, second] = await prisma.event.findMany({ orderBy: { occurredAt: 'asc' } })
    const proof = async () => (await prisma.namingTie.findMany()).map(({ eventId }) => eventId)
    expect(await proof()).toEqual([first?.id])
    await pool.query(`UPDATE event SET type = 'unknown' WHERE id = $1`, [first?.id])
    await joinAgain([first?.id ?? ''])
    expect(await proof()).toEqual([second?.id])
    await pool.query(`UPDATE event SET type = 'unknown' WHERE id = $1`, [second?.id])
    await joinAgain([second?.id ?? ''])
    expect(await proof()).toEqual([])
  })
})

describe('a number in two periods', () => {
  const named = () => bench().prisma.naming.findMany({ where: { names: { equals: ['awb:TRK1'] } } })

  it('is one thing once an event lies between them, and two again without it', async () => {
    const { pool, prisma, happens } = bench()
    await happens(awbOf('TRK1', AT), awbOf('TRK1', later(300 * DAY)))
    expect(await named()).toHaveLength(2)
    const parcels = () =>
      prisma.entity.findMany({ where: { kind: 'shipment', mergedInto: null }, orderBy: { firstAt: 'asc' } })
    const before = await parcels()
    expect(before.map(({ mentions }) => mentions)).toEqual([1, 1])

    await happens(awbOf('TRK1', later(150 * DAY)))
    expect(await named()).toMatchObject([{ mentions: 3, firstAt: AT, lastAt: later(300 * DAY) }])
    expect(await parcels()).toMatchObject([{ mentions: 3, firstAt: AT, lastAt: later(300 * DAY) }])
    const gone = before.filter(({ mentions, id }) => mentions === 1 && id !== before[0]?.id)
    const merged = await prisma.entity.findMany({ where: { id: { in: gone.map(({ id }) => id) } } })
    expect(merged.map(({ mergedInto }) => mergedInto)).toEqual([(await parcels())[0]?.id])
    expect(await prisma.namingTie.findMany({ where: { relation: 'delivers' } })).toHaveLength(1)

    const middle = await prisma.event.findFirstOrThrow({ where: { occurredAt: later(150 * DAY) } })
    await pool.query(`UPDATE event SET type = 'unknown', identifiers = '{}' WHERE id = $1`, [middle.id])
    await joinAgain([middle.id])
    expect((await named()).map(({ mentions }) => mentions)).toEqual([1, 1])
    expect((await parcels()).map(({ firstAt, mentions }) => [firstAt, mentions])).toEqual([
      [AT, 1],
      [later(300 * DAY), 1],
    ])
    expect(await prisma.namingTie.findMany({ where: { relation: 'delivers' } })).toHaveLength(2)
  })
})

describe('a thing with a long history', () => {
  it('has the state of all its events, kept up by the new ones alone', { timeout: 60_000 }, async () => {
    const { prisma, happens, pool } = bench()
    const said = Array.from({ length: 320 }, (_, index) => messageFrom(ayu, `m${index}`, later(index * 60_000)))
    await happens(customerCreated(ayu, AT), ...said.slice(0, 310))
    await happens(...said.slice(310))
    const kept = await prisma.entity.findFirstOrThrow({ where: { kind: 'customer' } })
    expect(kept).toMatchObject({ label: 'Customer ayu', mentions: 321, lastAt: later(319 * 60_000) })
    expect(JSON.stringify(kept.fields)).toContain('msg_m319')
    await inTransaction(pool, (client) =>
      refresh(client, { entityIds: [kept.id], added: new Map(), changed: new Set([kept.id]) }),
    )
    expect(await prisma.entity.findUniqueOrThrow({ where: { id: kept.id } })).toEqual(kept)
  })
})

function awbOf(awb: string, at: Date): Happening {
  const order = {
    key: 'o1001',
    number: '1001',
    state: 'open',
    payment: 'paid',
    fulfilled: false,
    customer: ayu,
  } as const
  return {
    ...{ kind: 'awb', step: 'generated', key: `awb${at.getTime()}`, at },
    order: { ...order, lines: [], createdAt: AT, updatedAt: at },
    parcel: { awb, courier: 'JNE', service: 'REG' },
  }
}
