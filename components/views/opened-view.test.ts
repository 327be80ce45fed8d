import { expect, it } from 'vitest'
import type { ViewItem } from '@/lib/views/schemas'
import { openedBy } from './opened-view'

function view(over: Partial<ViewItem>): ViewItem {
  return {
    ...{ id: 'failed', name: 'a view', query: 'status:failed', columns: [], shared: false, pinned: true },
    ...{ owner: 'A', isMine: true, createdAt: '', updatedAt: '' },
    ...over,
  }
}

const VIEWS = [
  view({}),
  view({ id: 'twin', isMine: false, shared: true }),
  view({ id: 'queued', query: 'status:queued' }),
  view({ id: 'wide', query: '', columns: ['type', 'id'] }),
]
const shown = (q: string, columns: string[] | null = null) => ({ q, columns })

it('is the view that the list shows, one’s own before a shared one', () => {
  expect(openedBy(null, VIEWS, shown('status:failed'))).toBe('failed')
  expect(openedBy('failed', VIEWS, shown('status:queued'))).toBe('queued')
  expect(openedBy(null, VIEWS, shown('', ['type', 'id']))).toBe('wide')
})

it('is the one that was chosen of two that show the same', () => {
  expect(openedBy('twin', VIEWS, shown('status:failed'))).toBe('twin')
})

it('stays open while its search and columns are changed', () => {
  expect(openedBy('failed', VIEWS, shown('status:failed type:order.*'))).toBe('failed')
  expect(openedBy('failed', VIEWS, shown('status:failed', ['type']))).toBe('failed')
  expect(openedBy(null, VIEWS, shown('type:order.*'))).toBeNull()
})

it('is forgotten when the search is cleared', () => {
  expect(openedBy('failed', VIEWS, shown(' '))).toBeNull()
})
