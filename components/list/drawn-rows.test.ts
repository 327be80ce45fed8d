import { expect, it } from 'vitest'
import { drawnRows } from './drawn-rows'

const EVEN = Array.from({ length: 1000 }, () => 50)

it('draws what is in view and 450 pixels around it', () => {
  const drawn = drawnRows(EVEN, 10_000, 10_500)
  expect(drawn[0]).toEqual({ index: 191, start: 9550, size: 50 })
  expect(drawn.at(-1)).toEqual({ index: 218, start: 10_900, size: 50 })
})

it('lets each row stand where those before it end', () => {
  const drawn = drawnRows([40, 88, 64], 0, 500)
  expect(drawn.map(({ start }) => start)).toEqual([0, 40, 128])
})

it('draws nothing beyond the ends', () => {
  expect(drawnRows(EVEN, 0, 100).at(0)?.index).toBe(0)
  expect(drawnRows(EVEN, 49_900, 50_100).at(-1)?.index).toBe(999)
  expect(drawnRows([], 0, 500)).toEqual([])
})
