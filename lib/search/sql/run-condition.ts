import { Prisma } from '@/lib/db/client'
import type { RunStatus } from '@/lib/runs/statuses'
import type { FieldTerm, Term } from '../language/term'
import { type Condition, every, some, toSql } from './condition'
import type { IdBounds } from './id-bounds'
import { isAnyOf } from './is-any-of'

/** The terms that are asked of runs. */
export type RunTerm = FieldTerm & { key: 'status' | 'handler' | 'failure' }

/** Whether a term is asked of runs, which a rejected delivery has none of. */
export function isRunTerm(term: Term): term is RunTerm {
  return term.kind === 'field' && (term.key === 'status' || term.key === 'handler' || term.key === 'failure')
}

/**
 * The condition on an event `t` that it has one run that fits all of the positive terms, and for each negated one none that
 * fits it. Runs of its changed copies never count. `bounds` repeats of `r.event_id` what is asked of `t.id`: without it a page
 * far back would read the runs of every event before it.
 */
export function runCondition(terms: readonly RunTerm[], bounds: IdBounds): Condition {
  const asked = terms.filter(({ not }) => !not)
  const refused = terms.filter(({ not }) => not).map((term) => Prisma.sql`NOT ${hasRun([{ ...term, not: false }], [])}`)
  if (asked.length === 0) return every(refused)
  const idBounds = bounds(Prisma.sql`r.event_id`)
  return every([hasRun(asked, idBounds), newest(asked, idBounds), ...refused])
}

/** The condition on a run `r` that it is of the event itself and fits all of these terms, the negated ones left aside. */
export function runFits(terms: readonly RunTerm[]): Prisma.Sql {
  return Prisma.sql`r.copy_id IS NULL AND ${ownRunFits(terms)}`
}

/** The same of a run `r` that is known to be of the event itself. */
export function ownRunFits(terms: readonly RunTerm[]): Prisma.Sql {
  const asked = terms.filter(({ not }) => !not)
  const statuses = statusesOf(asked)
  const fit = every([
    statuses ? isAnyOf(Prisma.sql`r.status`, statuses) : true,
    ...asked.filter(({ key }) => key === 'handler').map(handlerCondition),
    ...asked.filter(({ key }) => key === 'failure').map(failureCondition),
  ])
  return toSql(fit)
}

/** The statuses that a run may have to fit these terms; null where it may have any. */
export function statusesOf(terms: readonly RunTerm[]): readonly string[] | null {
  const lists = terms.filter(({ key, op }) => key === 'status' && op === 'is').map(({ values }) => values)
  const [first, ...rest] = lists
  if (first) return first.filter((status) => rest.every((list) => list.includes(status)))
  return terms.some(({ key }) => key === 'failure') ? FAILING : null
}

/** A run that waits to be made again, or is, belongs to its group no more. */
const FAILING: readonly RunStatus[] = ['failed', 'retrying']

function hasRun(terms: readonly RunTerm[], idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  const conditions = [...idBounds, runFits(terms)]
  return Prisma.sql`EXISTS (SELECT FROM run r WHERE r.event_id = t.id AND ${Prisma.join(conditions, ' AND ')})`
}

function handlerCondition({ op, values }: RunTerm): Condition {
  if (op === 'exists') return true
  const [targets, handlers] = [values.filter(isTarget), values.filter((value) => !isTarget(value))]
  return some([
    handlers.length > 0 && isAnyOf(Prisma.sql`r.handler`, handlers),
    targets.length > 0 && isAnyOf(Prisma.sql`r.target`, targets),
  ])
}

/** One destination rather than all of a handler. */
function isTarget(value: string): boolean {
  return value.includes(':')
}

function failureCondition({ op, values }: RunTerm): Condition {
  return op === 'exists' ? Prisma.sql`r.failure_group IS NOT NULL` : isAnyOf(Prisma.sql`r.failure_group`, values)
}

/** Nothing newer than the newest run that may fit: spares reading every event since the failures of last week. */
function newest(terms: readonly RunTerm[], idBounds: readonly Prisma.Sql[]): Condition {
  const groups = terms.find(({ key, op, values }) => key === 'failure' && op === 'is' && values.length === 1)
  if (groups) return Prisma.sql`t.id <= (${newestEventId(failureCondition(groups), idBounds)})`
  const statuses = statusesOf(terms)
  return !statuses || statuses.includes('succeeded') || newestOfStatuses(statuses, idBounds)
}

/** Each status by itself: only one at a time lies in the index in the order of events. */
function newestOfStatuses(statuses: readonly string[], idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  const ofOne = Prisma.sql`r.status = s.status AND r.status <> 'succeeded'`
  return Prisma.sql`t.id <= (
    SELECT newest.event_id FROM unnest(${[...statuses]}::text[]) AS s(status)
    CROSS JOIN LATERAL (${newestEventId(ofOne, idBounds)}) newest ORDER BY 1 DESC LIMIT 1)`
}

function newestEventId(condition: Condition, idBounds: readonly Prisma.Sql[]): Prisma.Sql {
  const conditions = typeof condition === 'boolean' ? idBounds : [condition, ...idBounds]
  return Prisma.sql`
    SELECT r.event_id FROM run r WHERE ${Prisma.join([...conditions], ' AND ')} ORDER BY r.event_id DESC LIMIT 1`
}
