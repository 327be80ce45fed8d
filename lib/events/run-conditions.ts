import { Prisma } from '@/lib/db/client'
import type { RunStatus } from '@/lib/runs/schemas'

interface RunsAsked {
  status?: readonly RunStatus[] | undefined
  handler?: string | undefined
  failure?: string | undefined
}

/** Whether a query asks for events by their runs, which a rejected delivery has none of. */
export function asksForRuns({ status, handler, failure }: RunsAsked): boolean {
  return Boolean(status || handler || failure)
}

/**
 * The conditions on an event `t` that has one run that fits all of `status`, `handler` and `failure`. Runs of its changed
 * copies never count. `idBounds` repeats of `r.event_id` what the query says of `t.id`: without it a page far back would
 * read the runs of every event before it.
 */
export function runConditions(asked: RunsAsked, idBounds: readonly Prisma.Sql[]): Prisma.Sql[] {
  const { failure } = asked
  const statuses = statusesOf(asked)
  const conditions = [...idBounds, ...fitConditions(asked)]
  const fits = Prisma.sql`EXISTS (SELECT FROM run r WHERE r.event_id = t.id AND ${Prisma.join(conditions, ' AND ')})`
  if (failure) return [fits, newestOf(Prisma.sql`r.failure_group = ${failure}`, idBounds)]
  return statuses && !statuses.includes('succeeded') ? [fits, newestOfStatuses(statuses, idBounds)] : [fits]
}

/** The conditions on a run `r` of the event itself that fits all of `status`, `handler` and `failure`. */
export function fitConditions(asked: RunsAsked): Prisma.Sql[] {
  const { handler, failure } = asked
  const statuses = statusesOf(asked)
  const conditions = [Prisma.sql`r.copy_id IS NULL`]
  if (statuses) conditions.push(statusCondition(statuses))
  if (handler) {
    conditions.push(handler.includes(':') ? Prisma.sql`r.target = ${handler}` : Prisma.sql`r.handler = ${handler}`)
  }
  if (failure) conditions.push(Prisma.sql`r.failure_group = ${failure}`)
  return conditions
}

function statusesOf({ status, failure }: RunsAsked): readonly string[] | null {
  return status ?? (failure ? FAILING : null)
}

/** A run that waits to be made again, or is, belongs to its group no more. */
const FAILING: readonly RunStatus[] = ['failed', 'retrying']

/** One status is compared as such, so that the index hands out the runs in the order of their events. */
function statusCondition(statuses: readonly string[]): Prisma.Sql {
  return statuses.length === 1 ? Prisma.sql`r.status = ${statuses[0]}` : Prisma.sql`r.status = ANY(${statuses})`
}

/** Nothing newer than the newest run that may fit: spares reading every event since the failures of last week. */
function newestOf(condition: Prisma.Sql, idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`t.id <= (${newestEventId(condition, idBounds)})`
}

/** As `newestOf`, each status by itself: only one at a time lies in the index in the order of events. */
function newestOfStatuses(statuses: readonly string[], idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  const ofOne = Prisma.sql`r.status = s.status AND r.status <> 'succeeded'`
  return Prisma.sql`t.id <= (
    SELECT newest.event_id FROM unnest(${statuses}::text[]) AS s(status)
    CROSS JOIN LATERAL (${newestEventId(ofOne, idBounds)}) newest ORDER BY 1 DESC LIMIT 1)`
}

function newestEventId(condition: Prisma.Sql, idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`
    SELECT r.event_id FROM run r WHERE ${Prisma.join([condition, ...idBounds], ' AND ')} ORDER BY r.event_id DESC LIMIT 1`
}
