import { expect, it } from 'vitest'
import { gather } from './gather'

it('does together what comes in together, and answers each its own', async () => {
  const batches: number[][] = []
  const { add } = gather(async (items: number[]) => {
    batches.push(items)
    return items.map((item) => item * 2)
  }, 10)
  expect(await Promise.all([add(1), add(2), add(3)])).toEqual([2, 4, 6])
  expect(batches).toEqual([[1, 2, 3]])
})

it('does not wait for the time where there is enough', async () => {
  const { add } = gather(async (items: number[]) => items, 60_000)
  const all = Array.from({ length: 16 }, (_, index) => index)
  expect(await Promise.all(all.map(add))).toEqual(all)
})

it('fails what cannot be done, and nothing beside it', async () => {
  const { add } = gather(async (items: number[]) => {
    if (items.includes(0)) throw new Error('no')
    return items
  }, 1)
  const [failed, done] = await Promise.allSettled([add(0), add(1)])
  expect([failed?.status, done?.status]).toEqual(['rejected', 'fulfilled'])
  expect(await add(2)).toBe(2)
})
