import { Prisma } from '@/lib/db/client'
import type { Operator } from '../language/term'
import { isDay, resolveTime } from '../language/times'
import { type Condition, every, some } from './condition'

/** From `from` until before `to`; without an end where one is null. Times are kept to the millisecond. */
export interface Span {
  from: Date | null
  to: Date | null
}

/** The times that fit any of the values of a term on a time; a value that names no time fits none. */
export function spansOf(op: Operator, values: readonly string[], now: Date): Span[] {
  if (op === 'exists') return [{ from: null, to: null }]
  return values.flatMap((value) => {
    const time = resolveTime(value, now)
    return time ? [spanOf(op, time, isDay(value) ? DAY_MS : 1)] : []
  })
}

/** Whether a column of times is within any of the spans. */
export function withinSpans(column: Prisma.Sql, spans: readonly Span[]): Condition {
  return some(
    spans.map(({ from, to }) =>
      every([from ? Prisma.sql`${column} >= ${from}` : true, to ? Prisma.sql`${column} < ${to}` : true]),
    ),
  )
}

const DAY_MS = 86_400_000
/** Beyond it PostgreSQL and Date write years differently, and nothing is stored. */
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z')

function spanOf(op: Exclude<Operator, 'exists'>, time: Date, isMs: number): Span {
  switch (op) {
    case 'is':
      return { from: time, to: later(time, isMs) }
    case 'gt':
      return { from: later(time, 1) ?? time, to: null }
    case 'gte':
      return { from: time, to: null }
    case 'lt':
      return { from: null, to: time }
    case 'lte':
      return { from: null, to: later(time, 1) }
    default:
      return op satisfies never
  }
}

function later(time: Date, ms: number): Date | null {
  const at = time.getTime() + ms
  return at <= LATEST_MS ? new Date(at) : null
}
