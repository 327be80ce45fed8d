import { allOf } from '@/lib/db/all-of'
import { Prisma } from '@/lib/db/client'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { FieldTerm, Term } from '../language/term'
import { isRunTerm, ownRunFits, runFits, statusesOf } from '../sql/run-condition'
import { typeCondition } from '../sql/type-condition'
import type { Counted, Reach } from './items-sql'
import { inSample } from './sample'
import { bitOf } from './status-bits'

/**
 * The join of items `i` to their runs, as `own`: the bits of the statuses of all of them (`outcome`) and, where the items do not
 * have that already, of those that fit what is asked of one run (`statuses`), and the targets of these (`targets`). It can have
 * rows without an item, whose `i.id` is null.
 */
export function runsSql(one: Counted, reach: Reach): Prisma.Sql {
  const through = 'through' in reach ? reach.through : null
  if (through === 'runs' && haveFailed(one.terms)) {
    return Prisma.sql`CROSS JOIN (SELECT ${bitOf('failed')}::int AS outcome) own`
  }
  const facts = through === 'runs' ? OUTCOME : Prisma.sql`${OUTCOME}, ${fittingSql(one.terms)}`
  const together = togetherSql(one, reach)
  // FULL leaves the planner, who takes a sample for a few rows, no way to read all runs again for every item.
  return together
    ? Prisma.sql`FULL JOIN (SELECT r.event_id, ${facts} FROM run r WHERE ${together} GROUP BY 1) own ON own.event_id = i.id`
    : Prisma.sql`CROSS JOIN LATERAL (
        SELECT ${facts} FROM run r WHERE i.is_event AND r.event_id = i.id AND r.copy_id IS NULL) own`
}

/** The condition by which an index has the runs of all items in one place; null where each item is better looked up. */
function togetherSql({ terms, conditions }: Counted, reach: Reach): Prisma.Sql | null {
  const [eventId, ofEvents] = [Prisma.sql`r.event_id`, Prisma.sql`r.copy_id IS NULL`]
  const { bounds, isNarrow, content } = conditions
  if ('rates' in reach) {
    return isNarrow || content ? null : allOf([ofEvents, inSample(eventId, reach.rates.events), ...bounds(eventId)])
  }
  if (reach.through !== 'types') return null
  const ofTypes = typeTermsOf(terms).map(({ values }) => typeCondition(Prisma.sql`r.event_type`, values))
  return allOf([ofEvents, ...ofTypes, ...bounds(eventId)])
}

/** The ids among which all of a base are, where its runs find them, with what fits of the runs of each. */
export function foundRunsSql({ terms, conditions: { bounds } }: Counted): Prisma.Sql {
  const fits = allOf([runFits(terms.filter(isRunTerm)), ...bounds(Prisma.sql`r.event_id`)])
  return Prisma.sql`SELECT r.event_id AS id, ${fittingSql([])} FROM run r WHERE ${fits} GROUP BY 1`
}

/** What did not succeed is little, and an index knows it. */
export function findsRuns({ terms }: Counted): boolean {
  const statuses = askedStatuses(terms)
  return statuses !== null && !statuses.includes('succeeded')
}

/** Whether runs and time alone decide what is in a base. */
export function isOfRuns(one: Counted): boolean {
  return findsRuns(one) && one.terms.every((term) => isSpan(term) || (isRunTerm(term) && !term.not))
}

/** Nothing but types and time is asked, so that the runs of these types are no more than are to be counted. */
export function isOfTypes({ terms }: Counted): boolean {
  const types = typeTermsOf(terms)
  return (
    types.length > 0 &&
    terms.every((term) => isSpan(term) || types.some((type) => type === term)) &&
    types.every(({ values }) => values.every((pattern) => !pattern.startsWith('*')))
  )
}

/** Whether a term is on one span of time, which ids are bounded by. */
function isSpan(term: Term): boolean {
  return term.kind === 'field' && term.key === 'received' && !term.not && term.values.length < 2
}

function typeTermsOf(terms: readonly Term[]): FieldTerm[] {
  return terms
    .filter((term) => term.kind === 'field')
    .filter(({ key, op, not }) => key === 'type' && op === 'is' && !not)
}

/** Whether each that fits has a failed run, which no other run makes anything else of. */
function haveFailed(terms: readonly Term[]): boolean {
  return askedStatuses(terms)?.every((status) => status === 'failed') ?? false
}

function askedStatuses(terms: readonly Term[]): readonly string[] | null {
  return statusesOf(terms.filter(isRunTerm).filter(({ not }) => !not))
}

const BIT = Prisma.sql`CASE r.status ${Prisma.join(
  RUN_STATUSES.map((status) => Prisma.sql`WHEN ${status} THEN ${bitOf(status)}::int`),
  ' ',
)} END`

const OUTCOME = Prisma.sql`bit_or(${BIT}) AS outcome`

/** The statuses and targets of those of some runs `r` that fit the terms. */
function fittingSql(terms: readonly Term[]): Prisma.Sql {
  const asked = terms.filter(isRunTerm)
  const fitting = asked.length > 0 ? Prisma.sql`FILTER (WHERE ${ownRunFits(asked)})` : Prisma.empty
  return Prisma.sql`bit_or(${BIT}) ${fitting} AS statuses, string_agg(r.target, ' ') ${fitting} AS targets`
}
