import { db, type PrismaClient } from '@/lib/db/client'
import { idTime } from '@/lib/db/id-time'
import { findItems } from '@/lib/search/find/find'
import { PACE, type Pace } from '@/lib/search/find/pace'
import { findSince } from '@/lib/search/find/since'
import type { Found, Sought } from '@/lib/search/find/sought'
import { newestId, newestSeq } from '@/lib/search/find/tail'
import { countWaiting } from '@/lib/search/index/count-waiting'
import { type Conditions, conditionsOf } from '@/lib/search/sql/conditions'
import { termsAsked } from '@/lib/search/terms-asked'
import { assertSensible } from './assert-sensible'
import { itemsById } from './rows'
import type { EventList, EventsQuery } from './schemas'

/**
 * Events, newest first, as the query asks; with `rejected=include` or `verdict:rejected` rejected deliveries stand among them in
 * their place. In bounded time: `coverage` says how far it came, and `nextCursor` is where to go on, even where nothing was found.
 *
 * `after` takes the `tail` of an earlier answer. An id answers everything newer and may repeat what is up to ten seconds older,
 * because commits become visible out of order: the caller knows by id what it has. `s…` answers what was indexed since, once.
 */
export async function searchEvents(
  query: EventsQuery,
  client: PrismaClient = db(),
  now = new Date(),
  pace: Pace = PACE,
): Promise<EventList> {
  await assertSensible(query, client, now)
  const { limit, cursor, ids } = query
  const [after, seq] = query.after?.startsWith('s') ? [undefined, query.after.slice(1)] : [query.after, undefined]
  const conditions = conditionsOf(termsAsked(query), now, { cursor, after, ids })
  const sought: Sought = { conditions, withRejected: includesRejected(query, conditions), limit, cursor }
  const [found, waiting] = await Promise.all([
    find(sought, seq, pace, client),
    conditions.content ? countWaiting(client, now) : 0,
  ])
  const from = found.isCut && found.nextCursor ? coveredFrom(found.nextCursor, now) : null
  return {
    items: await itemsById(found.ids, client),
    nextCursor: found.nextCursor,
    tail: found.tail,
    coverage: { from, waiting },
  }
}

/** Whether rejected deliveries are part of the answer, as far as any can fit. */
export function includesRejected(query: Pick<EventsQuery, 'rejected'>, { asksRejected }: Conditions): boolean {
  return asksRejected || query.rejected === 'include'
}

/** The tail is read first: what comes in during the search is newer than it, whether or not it was found. */
async function find(
  sought: Sought,
  seq: string | undefined,
  pace: Pace,
  client: PrismaClient,
): Promise<Found & { tail: string | null }> {
  if (seq !== undefined) {
    const found = await findSince(sought, seq, pace, client)
    return { ...found, tail: `s${found.seq}` }
  }
  const tail = sought.conditions.content ? `s${await newestSeq(client)}` : await newestId(client)
  return { ...(await findItems(sought, pace, client)), tail }
}

/** A cursor above every id is of no time. */
function coveredFrom(cursor: string, now: Date): string {
  return new Date(Math.min(idTime(cursor).getTime(), now.getTime())).toISOString()
}
