import { expect, it } from 'vitest'
import { takeSlots } from './take-slots'

const at = (ms: number) => new Date(1_800_000_000_000 + ms)

it('gives whatever is wanted where there is no rate', () => {
  expect(takeSlots({ rate: null, nextSlotAt: null }, 200, at(0))).toEqual({ count: 200, nextAt: null })
})

it('begins with one, and gives one per interval from then on', () => {
  const first = takeSlots({ rate: 4, nextSlotAt: null }, 10, at(0))
  expect(first).toEqual({ count: 1, nextAt: at(250) })
  expect(takeSlots({ rate: 4, nextSlotAt: first.nextAt }, 10, at(249))).toEqual({ count: 0, nextAt: at(250) })
  expect(takeSlots({ rate: 4, nextSlotAt: first.nextAt }, 10, at(500))).toEqual({ count: 2, nextAt: at(750) })
})

it('counts only what is used', () => {
  expect(takeSlots({ rate: 10, nextSlotAt: at(0) }, 2, at(900))).toEqual({ count: 2, nextAt: at(200) })
})

it('makes up for a second at most', () => {
  expect(takeSlots({ rate: 2, nextSlotAt: at(0) }, 100, at(60_000))).toEqual({ count: 3, nextAt: at(60_500) })
})

it('keeps a slow rate although its calls come late', () => {
  expect(takeSlots({ rate: 0.5, nextSlotAt: at(2_000) }, 5, at(3_500))).toEqual({ count: 1, nextAt: at(4_000) })
})

it.each([3, 7, 50, 300, 1000])('never gives more than %d a second over a minute of calls', (rate) => {
  let nextSlotAt: Date | null = null
  let given = 0
  for (let ms = 0; ms < 60_000; ms += 37) {
    const slots = takeSlots({ rate, nextSlotAt }, 200, at(ms))
    given += slots.count
    nextSlotAt = slots.nextAt
    expect(given).toBeLessThanOrEqual(Math.floor((ms * rate) / 1000) + 1)
  }
  expect(given).toBeGreaterThan(rate * 60 * 0.9)
})
