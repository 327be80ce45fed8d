import { expect, it } from 'vitest'
import { fittingRows } from './fitting-rows'

const ENDS = [60, 120, 200, 260]

it('is all of them where the last one ends within the box', () => {
  expect(fittingRows(ENDS, 260, 32)).toBe(4)
  expect(fittingRows(ENDS, 259.5, 32)).toBe(4)
  expect(fittingRows([], 0, 32)).toBe(0)
})

it('keeps room for what says that there are more, and cuts none in the middle', () => {
  expect(fittingRows(ENDS, 258, 32)).toBe(3)
  expect(fittingRows(ENDS, 231, 32)).toBe(3)
  expect(fittingRows(ENDS, 225, 32)).toBe(2)
})

it('is one at least', () => {
  expect(fittingRows(ENDS, 50, 32)).toBe(1)
})
