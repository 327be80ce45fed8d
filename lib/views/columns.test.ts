import { expect, it } from 'vitest'
import { COLUMNS, namedColumns, readColumns, USUAL_COLUMNS } from './columns'

it('shows the usual columns where none are named, or none that are known', () => {
  expect(readColumns(null)).toEqual(USUAL_COLUMNS)
  expect(readColumns([])).toEqual(USUAL_COLUMNS)
  expect(readColumns(['colour'])).toEqual(USUAL_COLUMNS)
})

it('keeps the order in which columns are named, each once, without those that are not known', () => {
  expect(readColumns(['id', 'type', 'colour', 'received', 'id'])).toEqual(['id', 'type', 'received'])
})

it('shows the column with the link of the row in any case', () => {
  expect(readColumns(['received', 'id'])).toEqual(['type', 'received', 'id'])
})

it('names nothing for the usual columns, so that their link stays short', () => {
  expect(namedColumns(USUAL_COLUMNS)).toBeNull()
  expect(namedColumns([...USUAL_COLUMNS].reverse())).toEqual([...USUAL_COLUMNS].reverse())
  expect(readColumns(namedColumns(COLUMNS))).toEqual(COLUMNS)
})
