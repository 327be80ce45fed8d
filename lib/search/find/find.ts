import type { PrismaClient } from '@/lib/db/client'
import { findByIndex, type OlderAsked } from './by-index'
import { findByRows } from './by-rows'
import type { Pace } from './pace'
import { readSlice } from './read-slice'
import { LEAST_MS, PASS_MS, smallerThan } from './smaller'
import { type Found, pageOf, type Sought, withoutContent } from './sought'

/**
 * A page of what fits, the newest first, in bounded time. Where another term than those on content finds few, or none is on
 * content, the table is asked. Otherwise the content of the newest items is read first, for what is common stands among them; then
 * what seems rare is asked of the indexes, which are quick for that. Where all that takes too long the newest of the rest are read
 * on until the time is over, and the answer says how far it came.
 */
export async function findItems(sought: Sought, pace: Pace, client: PrismaClient): Promise<Found> {
  const { limit, cursor, conditions } = sought
  const deadline = performance.now() + pace.budgetMs
  const left = () => deadline - performance.now()
  if (pace.wholeMs > 0 && (conditions.content === null || conditions.isNarrow)) {
    const ids = await findByRows(sought, { wanted: limit + 1, timeoutMs: pace.wholeMs }, client)
    if (ids) return pageOf(ids, limit)
  }

  const ids: string[] = []
  let [below, size] = [cursor, pace.first]
  let isIndexAsked = pace.wholeMs === 0
  for (let isFirst = true; isFirst || left() > 0; isFirst = false) {
    const wanted = limit + 1 - ids.length
    // Half of the time, so that there is some to try again with less.
    const timeoutMs = Math.max(left() / 2, LEAST_MS)
    const slice = await readSlice(sought, { below, size, wanted, timeoutMs }, client)
    let isSoonFound = false
    if (slice) {
      ids.push(...slice.ids)
      if (slice.floor === null || ids.length > limit) return pageOf(ids, limit)
      below = slice.floor
      const soon = enoughFor(limit + 1 - ids.length, slice.ids.length / size)
      isSoonFound = soon <= pace.slice * SOON_SLICES
      size = Math.min(isFirst ? pace.slice : size * GROWTH, pace.slice, soon)
    } else {
      size = smallerThan(size)
    }
    if (!isIndexAsked && !isSoonFound && left() > 0) {
      isIndexAsked = true
      const timeoutMs = Math.min(pace.wholeMs, left())
      const older = await findOlder(sought, { below, wanted: limit + 1 - ids.length, timeoutMs }, client)
      if (older) return pageOf([...ids, ...older], limit)
    }
  }
  if (below !== cursor) return { ids, nextCursor: below ?? ABOVE_ALL, isCut: true }
  return findInNext(sought, pace, client)
}

/** One item at least, so that asking again comes to an end: where even its content takes too long to look at, it is passed over. */
async function findInNext(sought: Sought, pace: Pace, client: PrismaClient): Promise<Found> {
  const { cursor, limit } = sought
  const asked = { below: cursor, size: 1, wanted: limit + 1, timeoutMs: pace.itemMs }
  const slice = await readSlice(sought, asked, client)
  if (slice)
    return slice.floor === null || slice.ids.length > limit ? pageOf(slice.ids, limit) : cutAt(slice.floor, slice.ids)
  const passed = await readSlice(withoutContent(sought), { ...asked, timeoutMs: PASS_MS }, client)
  if (passed?.floor === null) return pageOf([], limit)
  return cutAt(passed?.floor ?? cursor ?? ABOVE_ALL, [])
}

function cutAt(nextCursor: string, ids: string[]): Found {
  return { ids, nextCursor, isCut: true }
}

/**
 * How many items to read so that `wanted` more are among them, where the last ones fitted that often, and half as many again: what
 * belongs together was received together, so what follows may have none.
 */
function enoughFor(wanted: number, share: number): number {
  return Math.ceil((wanted / share) * 1.5)
}

/** So many slices are read rather than an index asked. */
const SOON_SLICES = 2

/** A slice that was read in time is followed by one as much larger. */
const GROWTH = 4

/** Where nothing was read and all of it is still to be looked at. */
const ABOVE_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** By the index on the content; where it is common, by what else is asked for. */
async function findOlder(sought: Sought, asked: OlderAsked, client: PrismaClient): Promise<string[] | null> {
  const { content, isFiltered } = sought.conditions
  const byContent = content?.byIndex ? await findByIndex(sought, asked, client) : null
  if (byContent || !content || !isFiltered) return byContent
  return findByRows(sought, { ...asked, timeoutMs: asked.timeoutMs / 2 }, client)
}
