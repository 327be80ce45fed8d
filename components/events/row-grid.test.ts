import { expect, it } from 'vitest'
import { USUAL_COLUMNS } from '@/lib/views/columns'
import { gridVariables } from './row-grid'

it('gives every column its place behind the checkbox, in the order chosen', () => {
  const variables = gridVariables(['id', 'type', 'received'])
  expect(variables).toMatchObject({ '--grid-1': '1rem 8.5rem minmax(9rem,1.25fr) 6rem' })
})

it('knows how wide a row must be at least', () => {
  // 1 + 8.5 + 9 + 6 of columns, three gaps of 0.75 and 3 of padding.
  expect(gridVariables(['id', 'type', 'received'])).toMatchObject({ '--width-1': '29.75rem' })
})

it.each([
  [0, 768 - 208],
  [1, 840],
  [2, 1160],
  [3, 1392],
])('fits the usual columns at level %i into %i pixels, where it begins', (level, pixels) => {
  const widths: Record<string, unknown> = { ...gridVariables(USUAL_COLUMNS) }
  expect(Number.parseFloat(String(widths[`--width-${level}`])) * 16).toBeLessThanOrEqual(pixels)
})
