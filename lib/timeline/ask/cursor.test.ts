import { expect, it } from 'vitest'
import { listCursor, readListCursor, readTimelineCursor, timelineCursor } from './cursor'

const ID = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const PLACE = { at: 1_772_000_000_123, rank: 40, tie: '-9223372036854775808', eventId: ID }

it('gives back the place that a page of a list ended at', () => {
  const place = { lastAt: new Date(1_772_000_000_123), id: ID }
  expect(readListCursor(listCursor(place))).toEqual(place)
  expect(listCursor(place)).toMatch(/^[\w-]{1,200}$/)
})

it('gives back the place that a page of a timeline ended at', () => {
  expect(readTimelineCursor('desc', timelineCursor('desc', PLACE))).toEqual(PLACE)
  expect(timelineCursor('asc', PLACE)).toMatch(/^[\w-]{1,200}$/)
})

it.each([
  ['the other order', timelineCursor('asc', PLACE)],
  ['a list', listCursor({ lastAt: new Date(0), id: ID })],
  ['a tie beyond 64 bits', timelineCursor('desc', { ...PLACE, tie: '9223372036854775808' })],
  ['a moment that no date can hold', timelineCursor('desc', { ...PLACE, at: Number.MAX_SAFE_INTEGER })],
  ['nobody', 'nonsense'],
  ['nothing', ''],
])('refuses a cursor of %s', (_, cursor) => {
  expect(() => readTimelineCursor('desc', cursor)).toThrow('cursor: expected the nextCursor')
})

it('refuses a cursor of a timeline in a list', () => {
  expect(() => readListCursor(timelineCursor('asc', PLACE))).toThrow('cursor: expected the nextCursor')
})
