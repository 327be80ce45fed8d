import { describe, expect, it } from 'vitest'
import type { Kind } from '../kinds'
import type { Derived, NewMention } from './derive'
import type { StoredMention } from './stored-mentions'
import { successorsOf } from './successors'

const place = { at: 0, rank: 0, tie: '0', receivedAt: 0, provider: 'p', type: 't', storeId: 's' }

function before(name: string, role = 'named', kind: Kind = 'product'): StoredMention {
  return {
    ...{ ...place, kind, names: [name], role, set: null, eventId: 'e', key: name },
    ...{ namingId: name, entityId: name, firstEntityId: name },
  }
}

function after(name: string, role = 'named', kind: Kind = 'product'): NewMention {
  return { ...place, thing: { kind, names: [name] }, role, set: null, eventId: 'e', key: name }
}

/** What takes the place of each of these, by name; of the mentions that stand `kept` ones are not new. */
function taken(removed: StoredMention[], added: NewMention[], kept: NewMention[] = []): Record<string, string> {
  const derived: Derived = { eventId: 'e', mentions: [...kept, ...added], ties: [] }
  return Object.fromEntries(
    [...successorsOf(removed, added, [derived])].map(([mention, next]) => [mention.key, next.key]),
  )
}

describe('the place of what an event says no more is taken', () => {
  it('by what has the same name but for case and punctuation, also where that stood before', () => {
    const removed = [before('sku:ab 1'), before('sku:cd/2')]
    expect(taken(removed, [after('sku:CD-2')], [after('sku:AB-1')])).toEqual({
      'sku:ab 1': 'sku:AB-1',
      'sku:cd/2': 'sku:CD-2',
    })
  })

  it('by the one that is new of its kind and role', () => {
    const removed = [before('order_number:1', 'subject', 'order'), before('order_number:2', 'named', 'order')]
    const added = [after('order_number:8', 'named', 'order'), after('order_number:9', 'subject', 'order')]
    expect(taken(removed, added)).toEqual({ 'order_number:1': 'order_number:9', 'order_number:2': 'order_number:8' })
  })

  it('by nothing where it may be several, or only what was said anyway', () => {
    expect(taken([before('sku:A')], [after('sku:X'), after('sku:Y')])).toEqual({})
    expect(taken([before('sku:A'), before('sku:B')], [after('sku:X')])).toEqual({})
    expect(taken([before('sku:A')], [], [after('sku:B')])).toEqual({})
    expect(taken([before('sku:A')], [after('order_number:1', 'named', 'order')])).toEqual({})
  })
})
