import { db, type PrismaClient } from '@/lib/db/client'
import { assertSensible } from '@/lib/events/assert-sensible'
import { type EventsQuery, eventsQuerySchema } from '@/lib/events/schemas'
import { termsAsked } from '../terms-asked'
import type { EventSummary } from './schemas'
import { summariseTerms } from './summarise-terms'

/** What a summary may be asked: as the list, without what asks for a part of it. */
export const summaryQuerySchema = eventsQuerySchema.omit({ cursor: true, limit: true, after: true, ids: true })

export type SummaryQuery = Omit<EventsQuery, 'cursor' | 'limit' | 'after' | 'ids'>

/**
 * What a query of the list comes to: how many, by each facet, and by outcome over time; rejected deliveries count where the list
 * would show them. Throws a JejakError `invalid_request` for what is not understood, or can match nothing by what it names.
 */
export async function summarise(
  query: SummaryQuery,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<EventSummary> {
  await assertSensible(query, client, now)
  return summariseTerms(termsAsked(query), { includesRejected: query.rejected === 'include' }, client, now)
}
