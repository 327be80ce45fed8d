import { expect, it } from 'vitest'
import type { ViewItem } from './schemas'
import { isShown, shownView } from './shown-view'

function view(over: Partial<ViewItem>): ViewItem {
  return {
    ...{ id: 'a', name: 'a view', query: 'status:failed', columns: [], shared: false, pinned: true },
    ...{ owner: 'A', isMine: true, createdAt: '', updatedAt: '' },
    ...over,
  }
}

it('takes a view for shown where query and columns are the same, the usual columns named or not', () => {
  expect(isShown(view({}), { q: ' status:failed', columns: null })).toBe(true)
  expect(isShown(view({}), { q: 'status:failed', columns: ['type'] })).toBe(false)
  expect(isShown(view({ columns: ['type'] }), { q: 'status:failed', columns: ['type', 'colour'] })).toBe(true)
  expect(isShown(view({}), { q: 'status:queued', columns: null })).toBe(false)
})

it('names the view that asks for the same, the one with the same columns first, then one of one’s own', () => {
  const [shared, wide, own] = [
    view({ id: 'shared', isMine: false, shared: true }),
    view({ id: 'wide', columns: ['type', 'id'] }),
    view({ id: 'own' }),
  ]
  const all = [shared, wide, own]
  expect(shownView(all, { q: 'status:failed', columns: null })?.id).toBe('own')
  expect(shownView(all, { q: 'status:failed', columns: ['type', 'id'] })?.id).toBe('wide')
  expect(shownView([shared], { q: 'status:failed', columns: ['id'] })?.id).toBe('shared')
  expect(shownView(all, { q: 'type:order.*', columns: null })).toBeUndefined()
})

it('names no view for the whole list because of another that only has its own columns', () => {
  expect(shownView([view({ query: '', columns: ['type'] })], { q: '', columns: null })).toBeUndefined()
})
