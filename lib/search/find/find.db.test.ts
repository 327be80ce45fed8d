import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { connect, databaseUrl, Prisma } from '@/lib/db/client'
import { idTime } from '@/lib/db/id-time'
import { type EventList, eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { seedEvent } from '@/lib/runs/testing'
import { conditionsOf } from '../sql/conditions'
import { termsAsked } from '../terms-asked'
import type { ScanItem } from '../testing/plain-scan'
import { indexEntry, type SeededItems, seedItems } from '../testing/seed-items'
import { findItems } from './find'
import { PACE, type Pace } from './pace'
import { findSince } from './since'
import type { Sought } from './sought'

const { client } = useTestDatabase()
const now = new Date()
let seeded: SeededItems
let newest: string[]
beforeAll(async () => {
  seeded = await seedItems(client(), now)
  newest = newestFirst(seeded.items)
}, 60_000)

const NOTHING = '"nothing holds this"'
const EVERYTHING = `-${NOTHING}`

const search = (query: Record<string, unknown>, pace: Pace = PACE): Promise<EventList> =>
  searchEvents(eventsQuerySchema.parse({ rejected: 'include', ...query }), client(), now, pace)
const idsOf = ({ items }: EventList) => items.map(({ id }) => id)
const newestFirst = (items: readonly Pick<ScanItem, 'id'>[]) =>
  items.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1))

describe('a search whose time is over', () => {
  const cut: Pace = { first: 10, slice: 10, wholeMs: 0, budgetMs: 0, itemMs: 0 }

  it('says how far back it looked, and where to go on although it found nothing', async () => {
    const { items, nextCursor, coverage } = await search({ q: NOTHING }, cut)
    expect([items, nextCursor]).toEqual([[], newest[9]])
    expect(coverage).toEqual({ from: idTime(newest[9] ?? '').toISOString(), waiting: 0 })
  })

  it('says the same where nothing is asked of the content', async () => {
    const { nextCursor, coverage } = await search({ q: 'repeats:>1000', rejected: 'exclude' }, cut)
    const events = newestFirst(seeded.items.filter(({ kind }) => kind === 'event'))
    expect(nextCursor).toBe(events[9])
    expect(coverage.from).toBe(idTime(events[9] ?? '').toISOString())
  })

  it('does not say of a full page that anything was left out', async () => {
    const full = await search({ q: EVERYTHING, limit: 4 }, cut)
    expect(idsOf(full)).toEqual(newest.slice(0, 4))
    expect(full).toMatchObject({ nextCursor: newest[3], coverage: { from: null } })
  })

  it('is over even where the database does not answer, and can be asked again from where it stood', async () => {
    const other = connect(databaseUrl())
    try {
      const list = await other.$transaction(async (tx) => {
        await tx.$executeRaw`LOCK TABLE event IN ACCESS EXCLUSIVE MODE`
        return search({ q: EVERYTHING, limit: 3 }, { ...PACE, wholeMs: 100, budgetMs: 300, itemMs: 100 })
      })
      expect(list).toMatchObject({ items: [], coverage: { from: now.toISOString() } })
      expect(idsOf(await search({ q: EVERYTHING, limit: 3, cursor: list.nextCursor }))).toEqual(newest.slice(0, 3))
    } finally {
      await other.$disconnect()
    }
  })
})

it('reads on from a cursor that stands between two items', async () => {
  const [second, third] = [newest[1] ?? '', newest[2]]
  const between = `${second.slice(0, -1)}${second.endsWith('0') ? '1' : '0'}`
  const expected = between < second ? third : second
  expect(idsOf(await search({ q: EVERYTHING, limit: 1, cursor: between }))).toEqual([expected])
})

describe('what is new', () => {
  it('is answered once it is indexed, each item exactly once, however late that is', async () => {
    const { tail } = await search({ q: 'tailed' })
    expect(tail).toMatch(/^s\d+$/)
    const [early, late] = [await seedEvent(client()), await seedEvent(client())]
    await indexEntry(client(), late, 'tailed')
    const first = await search({ q: 'tailed', after: tail })
    expect(idsOf(first)).toEqual([late])
    await indexEntry(client(), early, 'tailed')
    const second = await search({ q: 'tailed', after: first.tail })
    expect(idsOf(second)).toEqual([early])
    expect(idsOf(await search({ q: 'tailed', after: second.tail }))).toEqual([])
  })

  it('comes page by page, and in parts after a long time', async () => {
    const { tail } = await search({ q: 'many' })
    const events = [await seedEvent(client()), await seedEvent(client()), await seedEvent(client())]
    for (const id of events) await indexEntry(client(), id, 'many')
    const page = await search({ q: 'many', after: tail, limit: 2 })
    expect(idsOf(page)).toEqual([events[2], events[1]])
    expect(idsOf(await search({ q: 'many', after: tail, limit: 2, cursor: page.nextCursor }))).toEqual([events[0]])

    const part = await search({ q: 'many', after: tail }, { ...PACE, slice: 2 })
    expect(idsOf(part)).toEqual([events[1], events[0]])
    expect(idsOf(await search({ q: 'many', after: part.tail }, { ...PACE, slice: 2 }))).toEqual([events[2]])
  })

  it('goes on from the newest id where nothing is asked of the content, of rejected deliveries too', async () => {
    const id = await seedEvent(client())
    expect((await search({ q: 'type:none' })).tail).toBe(id)
  })
})

it('says how many items are not indexed yet where the content is asked for', async () => {
  await client().$executeRaw`INSERT INTO pending_index (ids) VALUES (ARRAY[gen_random_uuid(), gen_random_uuid()])`
  const waiting = async (q: string) => (await search({ q })).coverage.waiting
  expect(await waiting('"nothing holds this"')).toBeGreaterThanOrEqual(2)
  expect(await waiting('type:order.*')).toBe(0)
})

describe('where it takes long to look at content', () => {
  const pace: Pace = { ...PACE, wholeMs: 0, budgetMs: 150, itemMs: 600 }
  const sought = (sleepSeconds: Prisma.Sql, cursor?: string): Sought => {
    const terms = termsAsked(eventsQuerySchema.parse({ q: EVERYTHING }))
    const content = { condition: Prisma.sql`pg_sleep(${sleepSeconds})::text = ''`, byIndex: null }
    return { conditions: { ...conditionsOf(terms, now, { cursor }), content }, withRejected: true, limit: 50, cursor }
  }
  const each = Prisma.sql`0.2`
  const longAt = (id: string) => Prisma.sql`CASE WHEN c.id = ${id}::uuid THEN 60 ELSE 0 END`

  it('comes further with every page, be it by one item', async () => {
    const [first = '', second = ''] = newestFirst(await client().searchEntry.findMany({ select: { id: true } }))
    const page = await findItems(sought(each), pace, client())
    expect(page).toEqual({ ids: [first], nextCursor: first, isCut: true })
    expect(await findItems(sought(each, first), pace, client())).toMatchObject({ ids: [second], nextCursor: second })
  })

  it('passes over an item that takes too long even alone', async () => {
    const [first = '', second = ''] = newestFirst(await client().searchEntry.findMany({ select: { id: true } }))
    const page = await findItems(sought(longAt(first)), pace, client())
    expect(page).toEqual({ ids: [], nextCursor: first, isCut: true })
    expect((await findItems(sought(longAt(first), first), pace, client())).ids[0]).toBe(second)
  })

  it('comes further in what is new, past an item that takes too long even alone', async () => {
    const { tail } = await search({ q: 'slow' })
    const [early, late] = [await seedEvent(client()), await seedEvent(client())]
    await indexEntry(client(), early, 'slow')
    await indexEntry(client(), late, 'slow')
    const seq = tail?.slice(1) ?? ''
    const one = await findSince(sought(each), seq, pace, client())
    expect([one.ids, BigInt(one.seq)]).toEqual([[early], BigInt(seq) + 1n])
    const passed = await findSince(sought(longAt(early)), seq, pace, client())
    expect([passed.ids, passed.seq]).toEqual([[], one.seq])
    expect((await findSince(sought(longAt(early)), passed.seq, pace, client())).ids).toEqual([late])
  })
})
