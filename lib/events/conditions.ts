import { Prisma } from '@/lib/db/client'
import { normalise } from '@/lib/providers/identifiers'
import { asksForRuns, runConditions } from './run-conditions'
import { type EventsQuery, resolveTime } from './schemas'

/** What a query asks of the events themselves; the rest of it says which part of the answer. */
export type EventsAsked = Omit<Partial<EventsQuery>, 'limit' | 'rejected'>

/**
 * The conditions of a query over a table `event t`. `status`, `handler` and `failure` are asked of one and the same run of
 * the event itself: the runs of its changed copies never count.
 */
export function eventConditions(query: EventsAsked, now: Date): Prisma.Sql[] {
  const conditions = [...windowConditions(query, now), ...sourceConditions(query)]
  if (query.type) conditions.push(typeCondition(Prisma.sql`t.type`, query.type))
  if (query.verdict) conditions.push(verdictCondition(query.verdict))
  if (query.order) conditions.push(orderCondition(query.order))
  if (query.ids) conditions.push(Prisma.sql`t.id = ANY(${query.ids}::uuid[])`)
  if (asksForRuns(query)) conditions.push(...runConditions(query, idConditions(Prisma.sql`r.event_id`, query, now)))
  return conditions
}

/** The same over a table `delivery t`, for rejected deliveries: by what they claim to be. They have no runs. */
export function rejectedConditions(query: EventsAsked, now: Date): Prisma.Sql[] {
  const conditions = [Prisma.sql`t.event_id IS NULL`, ...windowConditions(query, now), ...sourceConditions(query)]
  if (query.type) conditions.push(typeCondition(Prisma.sql`t.claimed_type`, query.type))
  if (query.order) conditions.push(Prisma.sql`t.claims && ${orderIdentifiers(query.order)}::text[]`)
  return conditions
}

/** Ids are UUIDv7: this is the smallest that could have been made at `date`. */
export function idFloor(date: Date): string {
  const hex = Math.max(0, date.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The moment at which a UUIDv7 was made. */
export function idTime(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
}

/** An id is made when the whole request has arrived: that can be this much after `received_at`. */
const LONGEST_REQUEST_MS = 60_000

/** A commit may become visible this much after one with a newer id. */
const COMMIT_SPREAD_MS = 10_000

interface Window {
  from?: string | undefined
  to?: string | undefined
  after?: string | undefined
  cursor?: string | undefined
}

/** The conditions of time and page over a table with `id` and `received_at`. */
export function windowConditions(query: Window, now: Date): Prisma.Sql[] {
  const { from, to } = resolveWindow(query, now)
  const conditions = idConditions(Prisma.sql`t.id`, query, now)
  if (from) conditions.push(Prisma.sql`t.received_at >= ${from}`)
  if (to) conditions.push(Prisma.sql`t.received_at < ${to}`)
  return conditions
}

/** The same as far as ids alone can say it, over a column of them: never narrower than the window. */
function idConditions(column: Prisma.Sql, query: Window, now: Date): Prisma.Sql[] {
  const { from, to } = resolveWindow(query, now)
  const conditions: Prisma.Sql[] = []
  if (from) conditions.push(Prisma.sql`${column} >= ${idFloor(from)}::uuid`)
  if (to) conditions.push(Prisma.sql`${column} < ${idFloor(new Date(to.getTime() + LONGEST_REQUEST_MS))}::uuid`)
  if (query.after) {
    const floor = idFloor(new Date(idTime(query.after).getTime() - COMMIT_SPREAD_MS))
    conditions.push(Prisma.sql`${column} > ${floor}::uuid AND ${column} <> ${query.after}::uuid`)
  }
  if (query.cursor) conditions.push(Prisma.sql`${column} < ${query.cursor}::uuid`)
  return conditions
}

function resolveWindow({ from, to }: Window, now: Date): { from: Date | null; to: Date | null } {
  return { from: from ? resolveTime(from, now) : null, to: to ? resolveTime(to, now) : null }
}

/** The conditions of provider and source over a table with `source_id`. */
export function sourceConditions(query: { provider?: string | undefined; source?: string | undefined }): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (query.provider) {
    conditions.push(Prisma.sql`t.source_id IN (SELECT id FROM source WHERE provider = ${query.provider})`)
  }
  if (query.source) {
    conditions.push(
      isUuid(query.source)
        ? Prisma.sql`t.source_id = ${query.source}::uuid`
        : Prisma.sql`t.source_id IN (SELECT id FROM source WHERE slug = ${query.source})`,
    )
  }
  return conditions
}

/** Whether a source is named by its id rather than its slug. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A condition on a column of event types; `*` stands for any characters. */
export function typeCondition(column: Prisma.Sql, patterns: string): Prisma.Sql {
  const parts = patterns
    .split(',')
    .map((pattern) =>
      pattern.includes('*')
        ? Prisma.sql`${column} LIKE ${pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')}`
        : Prisma.sql`${column} = ${pattern}`,
    )
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}

function orderCondition(order: string): Prisma.Sql {
  const names = orderIdentifiers(order)
  if (names.length === 0) return Prisma.sql`false`
  return Prisma.sql`t.identifiers && ${names}::text[] AND t.id IN (
    SELECT i.event_id FROM event_identifier i
    WHERE i.key IN (SELECT identifier_key(s.id, n.name) FROM store s, unnest(${names}::text[]) AS n(name)))`
}

/** The names by which an order may be known, for what a person typed: its number in any spelling, or an id. */
export function orderIdentifiers(text: string): string[] {
  return (['order_number', 'order_id'] as const).flatMap((scheme) => {
    const value = normalise(scheme, text)
    return value === null ? [] : [`${scheme}:${value}`]
  })
}

/** One verdict is compared as such, so that an index over that one alone can serve. */
export function verdictCondition(verdicts: readonly string[]): Prisma.Sql {
  return verdicts.length === 1 ? Prisma.sql`t.verdict = ${verdicts[0]}` : Prisma.sql`t.verdict = ANY(${verdicts})`
}

/** `a AND b AND …`, or true where there is nothing to hold. */
export function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
