import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newestPage } from './newest-page'
import { type EventPages, eventListKey, itemsOf, newerEventsOptions, onlyUnknown, withNewer } from './query-options'
import type { EventItem, EventList } from './schemas'

const item = (id: string): EventItem => ({
  ...{ kind: 'event', id, provider: 'p', source: { id: 's', slug: 'default', name: 'S' }, type: 'order.created' },
  ...{ subject: null, verdict: 'verified', reason: null, occurredAt: null, receivedAt: '2026-11-21T00:00:00.000Z' },
  ...{ lastReceivedAt: '2026-11-21T00:00:00.000Z', deliveryCount: 1, problems: [], runs: [] },
})
const page = (ids: string[], nextCursor: string | null = null): EventList => ({
  ...{ items: ids.map(item), nextCursor, tail: '9', coverage: { from: null, waiting: 2 } },
})
const list = (...pages: EventList[]): EventPages => ({ pages, pageParams: pages.map(() => null) })
const idsOf = (items: readonly EventItem[]) => items.map(({ id }) => id)

afterEach(() => vi.unstubAllGlobals())

describe('newestPage', () => {
  it('puts what came to fit later in its place among older and newer rows, and no row twice', () => {
    const shown = list(page(['7', '4'], '4'), page(['2'], '2'))
    const newer = newestPage(shown, page(['8', '7', '5', '3', '2', '1'], '1'))
    const fresh = onlyUnknown(itemsOf(shown), newer.items, true)
    expect(idsOf(fresh)).toEqual(['8', '5', '3'])
    expect(idsOf(itemsOf(withNewer(shown, fresh)))).toEqual(['8', '7', '5', '4', '3', '2'])
    expect(newer).toMatchObject({ hasMore: false, waiting: 2 })
  })

  it('says that some may be missing where it ends above the newest row shown', () => {
    expect(newestPage(list(page(['3'])), page(['8', '6'], '6')).hasMore).toBe(true)
    expect(newestPage(list(page([])), page(['8', '6'], '6')).hasMore).toBe(true)
    expect(newestPage(list(page(['6'])), page(['8', '6'], '6')).hasMore).toBe(false)
    expect(newestPage(list(page(['3'])), page(['8', '6'])).hasMore).toBe(false)
  })

  it('misses nothing where the first search stopped as early as this one and found nothing', () => {
    expect(newestPage(list(page([], '5')), page(['8'], '5')).hasMore).toBe(false)
  })
})

describe('newerEventsOptions of a query whose answer changes later', () => {
  it('asks for the first page each time, from no tail, and holds what fits now', async () => {
    const answers = [page(['5']), page(['6'])]
    const ask = vi.fn(async (_path: string) => Response.json(answers.shift()))
    vi.stubGlobal('fetch', ask)
    const client = new QueryClient()
    const query = { q: 'status:failed' }
    client.setQueryData(eventListKey(query), list(page(['7'])))
    const options = newerEventsOptions(query, '7', true)
    expect(idsOf((await client.fetchQuery(options)).items)).toEqual(['5'])
    expect(idsOf((await client.fetchQuery(options)).items)).toEqual(['6'])
    const path = '/api/v1/events?q=status%3Afailed&limit=200'
    expect(ask.mock.calls.map(([asked]) => asked)).toEqual([path, path])
    client.clear()
  })
})
