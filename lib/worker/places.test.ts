import { expect, it } from 'vitest'
import { createPlaces } from './places'

const CONCURRENCY = 24
const ALL = 20

it('leaves half of the places to others, however much waits for one destination', async () => {
  const { take } = createPlaces(CONCURRENCY)
  const slow = await Promise.all(Array.from({ length: ALL }, () => take('forward:slow')))
  expect(slow.filter((place) => place === null)).toHaveLength(ALL / 2)
  expect(await take('forward:other')).not.toBeNull()
})

it('gives a handler without destinations all of them, and no more', async () => {
  const { take } = createPlaces(CONCURRENCY)
  const places = await Promise.all(Array.from({ length: ALL + 1 }, () => take('check')))
  expect(places.filter((place) => place === null)).toHaveLength(1)
})

it('gives a place that is left to whoever waits longest and may have it', async () => {
  const { take } = createPlaces(CONCURRENCY)
  const slow = await Promise.all(Array.from({ length: ALL / 2 }, () => take('forward:slow')))
  const order: string[] = []
  const first = take('forward:slow').then(() => order.push('first'))
  const second = take('forward:slow').then(() => order.push('second'))
  slow[0]?.()
  await first
  expect(order).toEqual(['first'])
  slow[1]?.()
  await second
})

it('sends away for longer, the more come in vain', () => {
  const { stayAwayMs } = createPlaces(CONCURRENCY)
  const waits = Array.from({ length: 2_000 }, () => stayAwayMs('forward:slow'))
  expect(waits[0]).toBeLessThan(1_000)
  expect(waits.at(-1)).toBe(30_000)
  expect(stayAwayMs('forward:other')).toBeLessThan(1_000)
})
