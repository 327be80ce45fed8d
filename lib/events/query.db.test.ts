import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { seedEvent, seedRun } from '@/lib/runs/testing'
import { eventsQuerySchema } from './schemas'
import { searchEvents } from './search'

const { client } = useTestDatabase()
const search = (query: Record<string, unknown>) => searchEvents(eventsQuerySchema.parse(query), client())
const found = async (query: Record<string, unknown>) => (await search(query)).items.map(({ id }) => id)
const errorsOf = async (query: Record<string, unknown>) => {
  const error = await search(query).catch((thrown: unknown) => thrown)
  return error instanceof Error && 'extra' in error ? (error.extra as { errors?: object[] }).errors : error
}

let [created, updated] = ['', '']
beforeAll(async () => {
  created = await seedEvent(client(), { type: 'order.created' })
  updated = await seedEvent(client(), { type: 'order.updated' })
  await seedRun(client(), updated, { status: 'failed' })
})

describe('a query', () => {
  it('must fit together with the parameters beside it', async () => {
    expect(await found({ q: 'type:order.*' })).toEqual([updated, created])
    expect(await found({ q: 'type:order.*', status: 'failed' })).toEqual([updated])
    expect(await found({ q: '-status:failed', type: 'order.*' })).toEqual([created])
  })

  it('is refused with all of its faults, each saying what was expected', async () => {
    expect(await errorsOf({ q: 'colour:red status:broken ab' })).toMatchObject([
      { parameter: 'q', message: expect.stringContaining('colour') },
      { parameter: 'q', message: expect.stringContaining('expected one of queued') },
      { parameter: 'q', message: expect.stringContaining('expected at least 3 characters') },
    ])
  })

  it.each([
    ['provider:nobody', 'provider: expected one of'],
    ['-source:nowhere', 'source: expected the id or slug'],
    ['handler:nobody', 'handler: expected one of'],
    ['received:>2d received:<3d', 'expected times of received'],
    ['verdict:rejected status:failed', 'a rejected delivery is never run'],
  ])('%s is refused rather than answered with nothing', async (q, message) => {
    expect(await errorsOf({ q })).toMatchObject([{ parameter: 'q', message: expect.stringContaining(message) }])
  })
})
