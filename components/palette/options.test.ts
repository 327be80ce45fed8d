import { Sun } from 'lucide-react'
import { expect, test } from 'vitest'
import { PLACES } from '@/components/shell/places'
import { translator } from '@/lib/i18n/translator'
import type { LookupItem } from '@/lib/timeline/schemas'
import type { ViewItem } from '@/lib/views/schemas'
import { optionGroups } from './options'

const saying = {
  t: translator('en', 'words'),
  labelOf: (provider: string) => provider,
  titleOf: (_: string, type: string) => type,
}
const places = PLACES.map((place) => ({ ...place, label: place.name.charAt(0).toUpperCase() + place.name.slice(1) }))
const NOTHING = { hits: [], recent: [], places: [], views: [], actions: [] }
const groupsOf = (query: string, offered: Partial<Parameters<typeof optionGroups>[1]>) =>
  optionGroups(query, { ...NOTHING, ...offered }, { t: translator('en', 'palette'), saying })
const labels = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ heading, options }) => [heading, options.map(({ label }) => label)])

const hit = (kind: 'order' | 'shipment', label: string): LookupItem => ({
  ...{ kind, id: label, label, matched: '', path: `/${kind}/${label}`, about: null, isNew: false },
  match: { by: 'name', name: `${kind === 'order' ? 'order_number' : 'awb'}:${label}`, provider: null, store: null },
})
const lately = { kind: 'order' as const, label: '1001', path: '/order/1001' }
const theme = { value: 'theme', label: 'Use the dark theme', icon: Sun, act: () => {} }
const view: ViewItem = {
  ...{ id: 'v1', name: 'Failed at JNE', query: 'status:failed jne', columns: [], shared: true, pinned: true },
  ...{ owner: 'Ana', isMine: false, createdAt: '', updatedAt: '' },
}

test('without anything typed, what was looked at last comes first, then every view, place and action', () => {
  const groups = groupsOf('', { recent: [lately], places, views: [view], actions: [theme] })
  expect(groups.map(({ heading }) => heading)).toEqual(['Looked at lately', 'Saved views', 'Go to', 'Do'])
  expect(groups[2]?.options).toHaveLength(PLACES.length)
})

test('what was found stands by kind in the order of the answer, with why it was found', () => {
  const groups = groupsOf('100', {
    hits: [hit('order', '1001'), hit('shipment', 'TRK10'), hit('order', '1002')],
    places,
  })
  expect(labels(groups)).toEqual([
    ['Orders', ['1001', '1002']],
    ['Shipments', ['TRK10']],
    ['Search', ['Search the events for 100']],
  ])
  expect(groups[0]?.options[0]?.note).toBe('Order number 1001')
})

test('a page that was found is not offered a second time as one looked at lately', () => {
  const groups = groupsOf('1001', { hits: [hit('order', '1001')], recent: [lately], places })
  expect(groups.map(({ name }) => name)).toEqual(['order', 'search'])
})

test('the beginning of a place is enough to go there, that of any word to act or to open a view', () => {
  expect(labels(groupsOf('fail', { recent: [lately], places, views: [view] }))).toEqual([
    ['Saved views', ['Failed at JNE']],
    ['Go to', ['Failures']],
    ['Search', ['Search the events for fail']],
  ])
  expect(labels(groupsOf('da', { actions: [theme] }))).toEqual([['Do', ['Use the dark theme']]])
  expect(groupsOf('ark', { actions: [theme] }).map(({ name }) => name)).toEqual(['search'])
})

test('a view opens the list under its query', () => {
  expect(groupsOf('jne', { views: [view] })[0]?.options[0]?.does).toEqual({ path: '/events?q=status:failed+jne' })
})

test('every place has a key of its own', () => {
  expect(new Set(PLACES.map(({ key }) => key)).size).toBe(PLACES.length)
})
