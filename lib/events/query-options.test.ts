import { describe, expect, it } from 'vitest'
import type { RunPill } from '@/lib/runs/schemas'
import {
  type EventPages,
  idsToRefresh,
  itemsOf,
  type Newer,
  onlyUnknown,
  readNewer,
  withNewer,
  withPresentState,
} from './query-options'
import type { EventItem, EventList } from './schemas'

const item = (id: string, deliveryCount = 1, runs: RunPill[] = []): EventItem => ({
  kind: 'event',
  id,
  provider: 'p',
  source: { id: 's', slug: 'default', name: 'S' },
  type: 'order.created',
  subject: null,
  verdict: 'verified',
  reason: null,
  occurredAt: null,
  receivedAt: '2026-11-21T00:00:00.000Z',
  lastReceivedAt: '2026-11-21T00:00:00.000Z',
  deliveryCount,
  problems: [],
  runs,
})
const run = (status: RunPill['status']): RunPill => ({
  ...{ id: 'r', handler: 'h', title: 'H', destinationId: null, status, held: null, nextAttemptAt: null },
})
const answer = (items: EventItem[], part: Partial<EventList> = {}): EventList => ({
  ...{ items, nextCursor: null, tail: null, coverage: { from: null, waiting: 0 } },
  ...part,
})
const pages = (...ids: string[][]): EventPages => ({
  pages: ids.map((page) => answer(page.map((id) => item(id)))),
  pageParams: ids.map(() => null),
})
const idsOf = (list: EventPages) => list.pages.map((page) => page.items.map(({ id }) => id))

describe('onlyUnknown', () => {
  it('leaves out what is shown already, and what belongs to a page that is not loaded yet', () => {
    const newer = ['9', '8', '5', '2'].map((id) => item(id))
    expect(onlyUnknown([item('8'), item('4')], newer, true).map(({ id }) => id)).toEqual(['9', '5'])
    expect(onlyUnknown([item('8'), item('4')], newer, false).map(({ id }) => id)).toEqual(['9', '5', '2'])
  })
})

describe('readNewer', () => {
  const since = (tail: string | null): Newer => ({ tail, items: [], hasMore: false, waiting: 0 })
  const idsIn = (newer: Newer) => newer.items.map(({ id }) => id)

  it('goes on from the tail of the last answer and keeps what came before it', async () => {
    const first = await readNewer(since('4'), async (where) => {
      expect(where).toEqual({ after: '4' })
      return answer([item('6'), item('5')], { tail: '6', coverage: { from: null, waiting: 3 } })
    })
    expect(first.waiting).toBe(3)
    const second = await readNewer(first, async (where) => {
      expect(where).toEqual({ after: '6' })
      return answer([item('7'), item('6', 2)], { tail: '7' })
    })
    expect(idsIn(second)).toEqual(['7', '6', '5'])
    expect(second.items[1]?.deliveryCount).toBe(2)
    expect(second).toMatchObject({ tail: '7', hasMore: false, waiting: 0 })
  })

  it('follows an answer that does not hold all, and goes on from the tail of its first page', async () => {
    const asked: unknown[] = []
    const newer = await readNewer(since('s1'), async (where) => {
      asked.push(where)
      return where.cursor ? answer([item('2')], { tail: 's9' }) : answer([item('3')], { nextCursor: '3', tail: 's5' })
    })
    expect(asked).toEqual([{ after: 's1' }, { after: 's1', cursor: '3' }])
    expect(idsIn(newer)).toEqual(['3', '2'])
    expect(newer).toMatchObject({ tail: 's5', hasMore: false })
  })

  it('says so where more came than it keeps', async () => {
    const newer = await readNewer(since('1'), async () => answer([item('5')], { nextCursor: '5', tail: '9' }))
    expect(newer).toMatchObject({ tail: '9', hasMore: true })
    const later = await readNewer(newer, async () => answer([], { tail: '9' }))
    expect(later.hasMore).toBe(true)
  })

  it('begins where nothing was ever received', async () => {
    const nothing = await readNewer(since(null), async (where) => {
      expect(where).toEqual({})
      return answer([])
    })
    expect(nothing.tail).toBeNull()
    expect((await readNewer(nothing, async () => answer([item('1')], { tail: '1' }))).tail).toBe('1')
    const many = await readNewer(nothing, async () => answer([item('1')], { tail: '1', nextCursor: '1' }))
    expect(many.hasMore).toBe(true)
  })
})

describe('itemsOf', () => {
  it('has a row once that came late and was read again with an older page, in its place', () => {
    expect(itemsOf(pages(['7', '3'], ['5', '3', '2'])).map(({ id }) => id)).toEqual(['7', '5', '3', '2'])
    expect(itemsOf(undefined)).toEqual([])
  })
})

describe('withNewer', () => {
  it('puts new rows where they belong, newest first, and leaves the later pages alone', () => {
    expect(idsOf(withNewer(pages(['7', '5'], ['3']), [item('9'), item('6')]))).toEqual([['9', '7', '6', '5'], ['3']])
  })
})

describe('withPresentState', () => {
  it('brings counts up to date without adding, removing or moving a row', () => {
    const next = withPresentState(pages(['7', '5']), [item('9'), item('5', 3)])
    expect(idsOf(next)).toEqual([['7', '5']])
    expect(next.pages[0]?.items[1]?.deliveryCount).toBe(3)
  })

  it('brings runs up to date', () => {
    const list = { pages: [answer([item('7', 1, [run('failed')])])], pageParams: [null] }
    expect(withPresentState(list, [item('7', 1, [run('failed')])])).toBe(list)
    const next = withPresentState(list, [item('7', 1, [run('queued')])])
    expect(next.pages[0]?.items[0]?.runs[0]?.status).toBe('queued')
  })

  it('is the same object where nothing changed, so that nothing is drawn again', () => {
    const list = pages(['7'])
    expect(withPresentState(list, [item('7')])).toBe(list)
  })
})

describe('idsToRefresh', () => {
  const now = new Date()

  it('asks for what is at work before what is merely new, and for nothing that was rejected', () => {
    const items = [item('9'), { ...item('8'), kind: 'rejected' as const }, item('7', 1, [run('running')])]
    expect(idsToRefresh(items, now)).toEqual(['7', '9'])
  })

  it('counts an event that has just come as at work, before its runs are made', () => {
    const fresh = { ...item('5'), receivedAt: now.toISOString() }
    expect(idsToRefresh([item('9'), fresh], now)).toEqual(['5', '9'])
  })

  it('asks for no more than one answer holds', () => {
    const items = Array.from({ length: 300 }, (_, index) => item(String(index), 1, [run('queued')]))
    expect(idsToRefresh(items, now)).toHaveLength(200)
  })
})
