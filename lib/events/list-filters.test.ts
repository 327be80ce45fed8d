import { describe, expect, it } from 'vitest'
import { filtersToQuery, isFiltered, loadListFilters, NO_FILTERS, VERDICT_NAMES } from './list-filters'
import { eventsQuerySchema, VERDICTS } from './schemas'

describe('the filters of the list', () => {
  it('show rejected deliveries in their place unless told otherwise', () => {
    expect(filtersToQuery(NO_FILTERS)).toEqual({ rejected: 'include' })
    expect(isFiltered(NO_FILTERS)).toBe(false)
    expect(isFiltered({ ...NO_FILTERS, rejected: 'exclude' })).toBe(true)
  })

  it('read a link and ask the API for the same', () => {
    const filters = loadListFilters('?order=%231001&type=order.*,awb.*&verdict=rejected,unchecked&from=24h')
    const query = filtersToQuery(filters)
    expect(query).toEqual({
      rejected: 'include',
      order: '#1001',
      type: 'order.*,awb.*',
      verdict: 'rejected,unchecked',
      from: '24h',
    })
    expect(eventsQuerySchema.safeParse(query).success).toBe(true)
  })

  it('read which runs are asked for', () => {
    const filters = loadListFilters('?status=failed,retrying&handler=check&failure=0a1b')
    const query = filtersToQuery(filters)
    expect(query).toEqual({ rejected: 'include', status: 'failed,retrying', handler: 'check', failure: '0a1b' })
    expect(eventsQuerySchema.safeParse(query).success).toBe(true)
    expect(isFiltered(filters)).toBe(true)
  })

  it('ignore what is not understood', () => {
    expect(isFiltered(loadListFilters('?verdict=splendid&order=%20&rejected=perhaps'))).toBe(false)
  })

  it('know every verdict of the API', () => {
    expect(VERDICT_NAMES).toEqual([...VERDICTS])
  })
})
