import { describe, expect, it } from 'vitest'
import type { RunPill } from '@/lib/runs/schemas'
import { type EventPages, idsToRefresh, onlyUnknown, withNewer, withPresentState } from './query-options'
import type { EventItem } from './schemas'

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
const pages = (...ids: string[][]): EventPages => ({
  pages: ids.map((page) => ({ items: page.map((id) => item(id)), nextCursor: null })),
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
    const list = { pages: [{ items: [item('7', 1, [run('failed')])], nextCursor: null }], pageParams: [null] }
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
