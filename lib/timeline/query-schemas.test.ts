import { expect, it } from 'vitest'
import { replayOneSchema, replaySchema } from '@/lib/replay/schemas'
import { entitiesQuerySchema, linkSchema, splitSchema } from './query-schemas'

const id = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11'
const other = '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12'
const orders = {
  link: (reason: string) => linkSchema.safeParse({ ids: [id, other], reason }),
  split: (reason: string) => splitSchema.safeParse({ id, names: ['sku:1'], reason }),
  'replay of many': (reason: string) => replaySchema.safeParse({ eventIds: [id], reason }),
  'replay of one': (reason: string) => replayOneSchema.safeParse({ reason }),
}

it.each(Object.keys(orders) as (keyof typeof orders)[])(
  'keeps the reason of a %s only where it can be stored',
  (name) => {
    const parse = orders[name]
    for (const reason of ['she called us', 'first line\n\tsecond line\r\n', 'dua orang 👋']) {
      expect(parse(reason).success).toBe(true)
    }
    for (const reason of ['ab\u0000c', 'ab\ud800c', 'ab\u001bc']) {
      expect(parse(reason).error?.issues).toMatchObject([{ path: ['reason'] }])
    }
  },
)

it('refuses a time that no database holds', () => {
  expect(entitiesQuerySchema.safeParse({ from: '0000-01-01T00:00:00Z' }).error?.issues[0]?.path).toEqual(['from'])
})
