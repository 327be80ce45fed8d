import { expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { type EventList, eventsQuerySchema } from '@/lib/events/schemas'
import { readMatches } from './read-matches'

const { client } = useTestDatabase()

it('fails where a search comes no further, rather than ask the same for ever', async () => {
  const nextCursor = 'ffffffff-ffff-7fff-bfff-ffffffffffff'
  const stuck: EventList = { items: [], nextCursor, tail: null, coverage: { from: null, waiting: 0 } }
  const options = { client: client(), now: new Date(), signal: new AbortController().signal }
  const rows = readMatches(eventsQuerySchema.parse({ cursor: nextCursor }), stuck, options)
  await expect(rows.next()).rejects.toMatchObject({ code: 'database_unreachable' })
})
