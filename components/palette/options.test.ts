import { expect, test } from 'vitest'
import { PLACES } from '@/components/shell/places'
import type { LookupItem } from '@/lib/timeline/schemas'
import { optionGroups } from './options'

const hit = (kind: LookupItem['kind'], label: string): LookupItem => ({
  kind,
  id: label,
  label,
  matched: `by ${label}`,
  path: `/${kind}/${label}`,
})
const lately = { kind: 'order' as const, label: '1001', path: '/order/1001' }

test('without anything typed, what was looked at last comes first, then every place', () => {
  const groups = optionGroups('', [], [lately], PLACES)
  expect(groups.map(({ heading }) => heading)).toEqual(['Looked at lately', 'Go to'])
  expect(groups[1]?.options).toHaveLength(PLACES.length)
})

test('what was found stands by kind in the order of the answer, with why it was found', () => {
  const groups = optionGroups('10', [hit('order', '1001'), hit('shipment', 'TRK10'), hit('order', '1002')], [], PLACES)
  expect(groups.map(({ heading, options }) => [heading, options.map(({ label }) => label)])).toEqual([
    ['Orders', ['1001', '1002']],
    ['Shipments', ['TRK10']],
  ])
  expect(groups[0]?.options[0]?.note).toBe('by 1001')
})

test('a page that was found is not offered a second time as one looked at lately', () => {
  const groups = optionGroups('1001', [hit('order', '1001')], [lately], PLACES)
  expect(groups.flatMap(({ options }) => options)).toHaveLength(1)
})

test('the beginning of a place is enough to go there', () => {
  const groups = optionGroups('fail', [], [lately], PLACES)
  expect(groups.flatMap(({ options }) => options).map(({ path }) => path)).toEqual(['/failures'])
})

test('every place has a key of its own', () => {
  expect(new Set(PLACES.map(({ key }) => key)).size).toBe(PLACES.length)
})
