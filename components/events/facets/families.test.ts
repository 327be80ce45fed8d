import { describe, expect, it } from 'vitest'
import type { FacetValue } from '@/lib/search/summary/schemas'
import { choiceOf } from './choice'
import { covers, type Family, familiesOf, familyStanding, standingOf, toggleFamily, toggleType } from './families'

const value = (name: string, count: number): FacetValue => ({ value: name, count, isEstimate: false, title: null })
const orders: Family = {
  pattern: 'order.*',
  members: [value('order.created', 5), value('order.paid', 4)],
  sum: { count: 9, isEstimate: false },
}

describe('familiesOf', () => {
  it('puts types that share their first word together, the most frequent first', () => {
    const found = familiesOf([
      value('stock.changed', 7),
      value('order.created', 5),
      value('order.paid', 4),
      value('ping', 1),
    ])
    expect(found).toEqual([orders, value('stock.changed', 7), value('ping', 1)])
  })
})

describe('standings', () => {
  it.each([
    ['type:order.*', 'covered', 'chosen'],
    ['type:order.* -type:order.created', 'excluded', 'part'],
    ['type:order.created', 'chosen', 'part'],
    ['type:o*', 'covered', 'part'],
    ['-type:order.*', 'off', 'excluded'],
    ['', 'off', 'off'],
  ])('under %j a type is %s and its family %s', (q, ofType, ofFamily) => {
    expect(standingOf('order.created', choiceOf(q, 'type'))).toBe(ofType)
    expect(familyStanding(orders, choiceOf(q, 'type'))).toBe(ofFamily)
  })
})

describe('toggleFamily', () => {
  it.each([
    ['', 'type:order.*'],
    ['type:order.created jne', 'jne type:order.*'],
    ['type:order.* jne', 'jne'],
    ['type:order.* -type:order.created', 'type:order.*'],
    ['-type:order.*', ''],
    ['type:ping', 'type:ping,order.*'],
  ])('makes %j into %j', (q, next) => {
    expect(toggleFamily(q, orders)).toBe(next)
  })
})

describe('toggleType', () => {
  it.each([
    ['', 'type:order.created'],
    ['type:order.created', ''],
    ['type:order.*', 'type:order.* -type:order.created'],
    ['type:order.* -type:order.created', 'type:order.*'],
  ])('makes %j into %j', (q, next) => {
    expect(toggleType(q, 'order.created')).toBe(next)
  })
})

describe('covers', () => {
  it('takes only the star for a sign', () => {
    expect(covers('order.*', 'order.created')).toBe(true)
    expect(covers('order.*', 'orders')).toBe(false)
    expect(covers('*.created', 'order.created')).toBe(true)
    expect(covers('order.created', 'order.created')).toBe(true)
    expect(covers('order.created', 'order.created.late')).toBe(false)
  })
})
