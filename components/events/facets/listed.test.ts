import { describe, expect, it } from 'vitest'
import type { FacetValue } from '@/lib/search/summary/schemas'
import { inFormerOrder, listedValues } from './listed'

const value = (name: string, count: number, isEstimate = false): FacetValue => ({
  value: name,
  count,
  isEstimate,
  title: null,
})
const exact = (values: FacetValue[]) => ({ values, isEstimate: false })
const NOTHING = { chosen: [], excluded: [] }
const names = (values: readonly { value: string }[]) => values.map((each) => each.value)

describe('listedValues', () => {
  it('lists what the query names first, though there be none of it', () => {
    const listed = listedValues('source', exact([value('a', 9), value('b', 3)]), { chosen: ['gone'], excluded: ['b'] })
    expect(names(listed)).toEqual(['gone', 'b', 'a'])
    expect(listed[0]).toMatchObject({ count: 0, isCounted: true })
  })

  it('keeps the few values of a fixed facet in their places', () => {
    const fixed = ['queued', 'failed', 'succeeded']
    const listed = listedValues('status', exact([value('succeeded', 3)]), { chosen: ['failed'], excluded: [] }, fixed)
    expect(names(listed)).toEqual(fixed)
    expect(listed.map(({ count }) => count)).toEqual([0, 0, 3])
  })

  it('says of what a sample did not hold that there is about none', () => {
    const sampled = { values: [value('succeeded', 4000, true)], isEstimate: true }
    expect(listedValues('status', sampled, NOTHING, ['failed', 'succeeded'])).toMatchObject([
      { value: 'failed', count: 0, isEstimate: true, isCounted: true },
      { value: 'succeeded', count: 4000 },
    ])
  })

  it('reckons a pattern from what fits it', () => {
    const answered = [value('order.created', 5), value('order.paid', 4, true), value('ping', 1)]
    const [pattern] = listedValues('type', exact(answered), { chosen: ['order.*'], excluded: [] })
    expect(pattern).toMatchObject({ value: 'order.*', count: 9, isEstimate: true, isCounted: true })
  })

  it('claims no count of a handler by those of its destinations', () => {
    const answered = [value('forward:a', 5), value('forward:b', 4), value('check', 9)]
    const listed = listedValues('handler', exact(answered), { chosen: ['forward', 'gone'], excluded: [] })
    expect(listed.slice(0, 2)).toMatchObject([{ isCounted: false }, { count: 0, isCounted: true }])
  })

  it('claims no count that an answer cut short does not hold', () => {
    const many = Array.from({ length: 50 }, (_, place) => value(`type${place}`, 50 - place))
    expect(listedValues('type', exact(many), { chosen: ['rare'], excluded: [] })[0]).toMatchObject({ isCounted: false })
    expect(listedValues('type', null, { chosen: ['rare'], excluded: [] })).toMatchObject([{ isCounted: false }])
    expect(listedValues('type', null, NOTHING)).toEqual([])
  })
})

describe('inFormerOrder', () => {
  it('moves nothing that was there and puts the new last', () => {
    expect(inFormerOrder(['d', 'c', 'b', 'a'], ['a', 'b', 'c'], (name) => name)).toEqual(['a', 'b', 'c', 'd'])
  })
})
