import { describe, expect, it } from 'vitest'
import { eventsHref } from './events-href'
import { listQuery, listSearch, loadListState, queryOfParameters } from './list-filters'

describe('the state of the list', () => {
  it('is read from a link and written as the same link', () => {
    const link = '?q=type:order.*+data.total:%3E100+%22a+b%22&columns=received,type'
    const state = loadListState(link)
    expect(state).toEqual({ q: 'type:order.* data.total:>100 "a b"', columns: ['received', 'type'] })
    expect(listSearch(state)).toBe(link)
    expect(listSearch({ q: '', columns: null })).toBe('')
  })

  it('asks for rejected deliveries in their place', () => {
    expect(listQuery(' ')).toEqual({ rejected: 'include' })
    expect(listQuery(' order:1001 ')).toEqual({ q: 'order:1001', rejected: 'include' })
  })
})

describe('queryOfParameters', () => {
  it('says the same as the parameters of an old link', () => {
    const old = {
      order: '#1001',
      type: 'order.*,awb.*',
      verdict: 'rejected,unchecked',
      from: '24h',
      to: '2026-11-21T09:00Z',
    }
    expect(queryOfParameters(old)).toBe(
      'type:order.*,awb.* order:#1001 verdict:rejected,unchecked received:>=24h received:<2026-11-21T09:00Z',
    )
    expect(queryOfParameters({ handler: 'forward:1', status: 'failed', failure: '0a' })).toBe(
      'status:failed handler:forward:1 failure:0a',
    )
  })

  it('keeps the query that stands beside them, and what cannot be understood', () => {
    expect(queryOfParameters({ q: 'sambal', verdict: 'splendid' })).toBe('sambal verdict:splendid')
  })

  it('leaves rejected deliveries out where the link did', () => {
    expect(queryOfParameters({ rejected: 'exclude' })).toBe('-verdict:rejected')
    expect(queryOfParameters({ rejected: 'exclude', verdict: 'verified' })).toBe('verdict:verified')
    expect(queryOfParameters({ rejected: 'include' })).toBe('')
  })

  it('has nothing to say of a link that needs no change', () => {
    expect(queryOfParameters({ q: 'order:1001', columns: 'type' })).toBeNull()
    expect(queryOfParameters({})).toBeNull()
  })
})

describe('eventsHref', () => {
  it('spells a query as the page does, however it is given', () => {
    expect(eventsHref('')).toBe('/events')
    expect(eventsHref('verdict:rejected')).toBe('/events?q=verdict:rejected')
    expect(eventsHref({ source: 's-1', status: 'queued,retrying' })).toBe('/events?q=source:s-1+status:queued,retrying')
    expect(eventsHref([{ kind: 'text', not: true, text: 'two words' }])).toBe('/events?q=-%22two+words%22')
  })
})
