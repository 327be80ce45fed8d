import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/auth/testing'
import { JejakError } from '@/lib/errors'
import { eventsQuerySchema } from '@/lib/events/schemas'
import { searchEvents } from '@/lib/events/search'
import { PACE, type Pace } from './find/pace'
import { parseQuery } from './language/parse'
import { printTerms } from './language/print'
import type { Term } from './language/term'
import { likelyTerms } from './testing/likely-terms'
import { fits } from './testing/plain-scan'
import { type SeededItems, seedItems } from './testing/seed-items'

const { client } = useTestDatabase()
const now = new Date()
let seeded: SeededItems
beforeAll(async () => {
  seeded = await seedItems(client(), now)
}, 60_000)

/** Every page of a query one after another, as ids. */
async function allPages(q: string, rejected: string, limit: number, pace: Pace): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (let page = 0; page <= seeded.items.length + 1; page += 1) {
    const query = eventsQuerySchema.parse({ q, rejected, limit, ...(cursor ? { cursor } : {}) })
    const list = await searchEvents(query, client(), now, pace)
    ids.push(...list.items.map(({ id }) => id))
    if (list.nextCursor === null) return ids
    cursor = list.nextCursor
  }
  throw new Error(`the pages of ${q} never end`)
}

/** What looking at every item comes to. */
function scanned(terms: readonly Term[], rejected: string): string[] {
  const asksRejected = terms.some(
    (term) =>
      term.kind === 'field' &&
      !term.not &&
      ((term.key === 'verdict' && term.values.includes('rejected')) ||
        (term.key === 'reason' && term.values.some((reason) => reason !== 'no_secret'))),
  )
  return seeded.items
    .filter(({ kind }) => kind === 'event' || rejected === 'include' || asksRejected)
    .filter((item) => fits(item, terms, now))
    .map(({ id }) => id)
    .sort((a, b) => (a < b ? 1 : -1))
}

/** Times that cannot be together, and runs of rejected deliveries, are refused rather than answered with nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof JejakError && /never run|can be together/.test(error.message)
}

describe('a search answers what a plain scan of the same items would, in the same order', () => {
  it.each<[string, Pace, number]>([
    [
      'with the first slice and the index',
      { first: 3, slice: 1, budgetMs: 20_000, wholeMs: 20_000, itemMs: 20_000 },
      40,
    ],
    ['reading slice by slice', { first: 3, slice: 40, wholeMs: 0, budgetMs: 20_000, itemMs: 20_000 }, 40],
    ['page by page, each cut short', { first: 40, slice: 40, wholeMs: 0, budgetMs: 0, itemMs: 20_000 }, 30],
    ['as it is set', PACE, 150],
  ])(
    '%s',
    async (_, pace, numRuns) => {
      await fc.assert(
        fc.asyncProperty(
          likelyTerms(seeded),
          fc.constantFrom('include', 'exclude'),
          fc.constantFrom(20, 200),
          async (made, rejected, limit) => {
            const q = printTerms(made)
            const { terms, faults } = parseQuery(q)
            expect(faults).toEqual([])
            const expected = scanned(
              terms.map(({ term }) => term),
              rejected,
            )
            try {
              expect(await allPages(q, rejected, limit, pace), q).toEqual(expected)
            } catch (error) {
              if (!isRefusal(error)) throw error
              expect(expected).toEqual([])
            }
          },
        ),
        { numRuns },
      )
    },
    120_000,
  )
})
