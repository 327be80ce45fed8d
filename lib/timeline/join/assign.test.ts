import { describe, expect, it } from 'vitest'
import { assign } from './assign'
import type { StoredNaming } from './namings'

const naming = (id: string, entityId: string, firstAt = 0, firstEntityId = entityId): StoredNaming => ({
  ...{ id, entityId, firstEntityId, firstAt, lastAt: firstAt, storeId: 's', kind: 'order', names: [], mentions: 1 },
})
const newId = () => 'new'

describe('a group', () => {
  it('keeps the oldest entity among those of its namings, and the others lead to it', () => {
    const { moved, merged } = assign([[naming('1', 'b'), naming('2', 'a'), naming('3', 'b')]], newId)
    expect([...moved]).toEqual([
      ['1', 'a'],
      ['3', 'a'],
    ])
    expect([...merged]).toEqual([['b', 'a']])
  })

  it('that changed nothing is left alone', () => {
    const { moved, merged } = assign([[naming('1', 'a')], [naming('2', 'b')]], newId)
    expect([...moved, ...merged]).toEqual([])
  })
})

describe('an entity that falls apart', () => {
  it('stays with the earliest naming, and the rest begins a new one', () => {
    const { moved, merged } = assign([[naming('1', 'a', 20)], [naming('2', 'a', 10)]], newId)
    expect([...moved]).toEqual([['1', 'new']])
    expect([...merged]).toEqual([])
  })

  it('stays with what is left where the earlier part was split off', () => {
    const part = { ...naming('1', 'a', 0), names: ['order_id@one:1', 'order_number:7'] }
    const rest = { ...naming('2', 'a', 5), names: ['order_id@two:2', 'order_number:7'] }
    const { moved } = assign([[part], [rest]], newId, new Set(['order_id@one:1']))
    expect([...moved]).toEqual([['1', 'new']])
  })

  it('does not lead to the part that another entity takes in', () => {
    const groups = [[naming('1', 'b', 5)], [naming('2', 'b', 9), naming('3', 'a', 1)]]
    const { moved, merged } = assign(groups, newId)
    expect([...moved]).toEqual([['2', 'a']])
    expect([...merged]).toEqual([])
  })

  it('among equally early namings stays with the one that was first there', () => {
    expect([...assign([[naming('10', 'a')], [naming('9', 'a')]], newId).moved]).toEqual([['10', 'new']])
  })
})

describe('a part that an entity does not stay with', () => {
  const parts = [[naming('1', 'a', 10)], [naming('2', 'a', 20, 'b'), naming('3', 'a', 30, 'c')]]
  const becomes = (...leads: [string, string][]) => assign(parts, newId, new Set(), new Map(leads)).moved.get('2')

  it('becomes what its earliest naming began as, where that was joined into what falls apart or is no more', () => {
    expect(becomes(['b', 'a'], ['c', 'a'])).toBe('b')
    expect(becomes(['c', 'a'])).toBe('b')
  })

  it('never becomes what leads elsewhere: then what another naming began as, or a new one', () => {
    expect(becomes(['b', 'z'], ['c', 'a'])).toBe('c')
    expect(becomes(['b', 'b'], ['c', 'z'])).toBe('new')
  })

  it('never becomes what another group is, or what an earlier part has become', () => {
    const groups = [[naming('1', 'a', 10)], [naming('2', 'b', 15)], [naming('4', 'a', 30, 'b')]]
    expect(assign(groups, newId).moved).toEqual(new Map([['4', 'new']]))
    const twice = [[naming('1', 'a', 10)], [naming('3', 'a', 30, 'b')], [naming('2', 'a', 20, 'b')]]
    expect(assign(twice, newId).moved).toEqual(
      new Map([
        ['2', 'b'],
        ['3', 'new'],
      ]),
    )
  })
})
