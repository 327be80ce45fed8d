import { describe, expect, it } from 'vitest'
import type { Kind } from '../kinds'
import type { State } from '../state'
import { labelOf } from './label'
import type { StoredNaming } from './namings'

function namings(kind: Kind, ...sets: [names: string[], mentions: number][]): StoredNaming[] {
  return sets.map(([names, mentions], index) => ({
    ...{
      id: `${index}`,
      entityId: 'e',
      firstEntityId: 'e',
      firstAt: 0,
      lastAt: 0,
      storeId: 's',
      kind,
      names,
      mentions,
    },
  }))
}

const said = (provider: string, field: string, value: string, at: number): State => ({
  [provider]: { [field]: { value, at, rank: 0, tie: '0', eventId: 'e' } },
})

describe('a thing is called', () => {
  it.each<[string, Kind, string[], string]>([
    ['by its number', 'order', ['order_id@one:42', 'order_number:1001'], '1001'],
    ['by its id where it has no number', 'order', ['order_id@one:42'], '42'],
    [
      'by an email rather than a phone',
      'customer',
      ['customer_id@one:7', 'email:a@b.test', 'phone:+628123'],
      'a@b.test',
    ],
    ['by its AWB', 'shipment', ['awb:TRK1', 'outbound_id@one:3'], 'TRK1'],
    ['by its SKU', 'product', ['product_id@one:3', 'sku:A-1'], 'A-1'],
  ])('%s', (_, kind, names, label) => {
    expect(labelOf(kind, namings(kind, [names, 1]), {})).toBe(label)
  })

  it('by the name that was said last', () => {
    const state = { ...said('one', 'name', 'Ayu', 1), ...said('two', 'name', 'Ayu Lestari', 2) }
    expect(labelOf('customer', namings('customer', [['email:a@b.test'], 1]), state)).toBe('Ayu Lestari')
  })

  it('by the shortest of several numbers, however many events use another', () => {
    const known = namings('order', [['order_number:1001', 'order_number:A-1001'], 1], [['order_number:A-1001'], 3])
    expect(labelOf('order', known, {})).toBe('1001')
  })
})
