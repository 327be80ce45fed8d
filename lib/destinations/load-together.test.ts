import { expect, it } from 'vitest'
import type { LoadedDestination } from './load'
import { loadTogether } from './load-together'

type Answer = LoadedDestination | null

/** A load whose every call is answered by the test. */
function byHand() {
  const calls: { id: string; answer(name: string): void; fail(): void }[] = []
  const load = loadTogether(
    (id) =>
      new Promise<Answer>((resolve, reject) => {
        const plain = { id, url: '', enabled: true, timeoutMs: 1, headers: {}, forwardHeaders: [], secret: '' }
        calls.push({ id, answer: (name) => resolve({ ...plain, name }), fail: () => reject(new Error('away')) })
      }),
  )
  const nameOf = async (id: string) => (await load(id))?.name
  return { calls, nameOf }
}

it('those who ask while one is under way share the next, and see what stood there after they asked', async () => {
  const { calls, nameOf } = byHand()
  const first = nameOf('a')
  const [second, third] = [nameOf('a'), nameOf('a')]
  expect(calls).toHaveLength(1)
  calls[0]?.answer('before')
  expect(await first).toBe('before')
  await expect.poll(() => calls.length).toBe(2)
  const fourth = nameOf('a')
  calls[1]?.answer('after')
  expect(await Promise.all([second, third])).toEqual(['after', 'after'])
  await expect.poll(() => calls.length).toBe(3)
  calls[2]?.answer('later')
  expect(await fourth).toBe('later')
  const alone = nameOf('a')
  expect(calls).toHaveLength(4)
  calls[3]?.answer('anew')
  expect(await alone).toBe('anew')
})

it('destinations do not wait for each other', () => {
  const { calls, nameOf } = byHand()
  nameOf('a')
  nameOf('b')
  expect(calls.map(({ id }) => id)).toEqual(['a', 'b'])
})

it('one that fails fails for those who shared it alone', async () => {
  const { calls, nameOf } = byHand()
  const first = nameOf('a')
  const second = nameOf('a')
  calls[0]?.fail()
  await expect(first).rejects.toThrow('away')
  await expect.poll(() => calls.length).toBe(2)
  calls[1]?.answer('there')
  expect(await second).toBe('there')
})
