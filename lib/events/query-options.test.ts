import { describe, expect, it } from 'vitest'
import { type EventPages, onlyUnknown, withNewer, withPresentState } from './query-options'
import type { EventItem } from './schemas'

const item = (id: string, deliveryCount = 1): EventItem => ({
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

  it('is the same object where nothing changed, so that nothing is drawn again', () => {
    const list = pages(['7'])
    expect(withPresentState(list, [item('7')])).toBe(list)
  })
})
