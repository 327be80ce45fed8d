import { Prisma } from '@/lib/db/client'
import type { FieldTerm, Term } from '../language/term'
import { type Condition, every, toSql } from './condition'
import { type ContentConditions, contentConditions } from './content-condition'
import { eventCondition } from './event-condition'
import { type IdBounds, idBounds, type PageBounds } from './id-bounds'
import { isNameKey } from './names-condition'
import { rejectedCondition } from './rejected-condition'
import { isRunTerm, runCondition, statusesOf } from './run-condition'

/** What a query comes to in SQL. */
export interface Conditions {
  /** Over `event t`, without what is asked of the content. */
  event: Prisma.Sql
  /** The same of events that are known to have a run that fits. */
  eventOfRun: Prisma.Sql
  /** False where no event can fit, whatever there is. */
  mayBeEvent: boolean
  /** Over `delivery t`, of rejected deliveries only, without what is asked of the content; null where none can fit. */
  rejected: Prisma.Sql | null
  /** Rejected deliveries are asked for by name: they are part of the answer even where they are not to be included. */
  asksRejected: boolean
  content: ContentConditions | null
  /** What all this says of the ids alone. */
  bounds: IdBounds
  /** Something is asked for beside the content and the time. */
  isFiltered: boolean
  /** Another term than those on content finds few events by an index: the content is then best checked of each of them. */
  isNarrow: boolean
}

/** The conditions of terms that must all fit, within the part of the answer that is asked for. */
export function conditionsOf(terms: readonly Term[], now: Date, page: PageBounds = {}): Conditions {
  const fields = terms.filter((term) => term.kind === 'field')
  const bounds = idBounds(terms, page, now)
  const ofId: Condition[] = bounds(Prisma.sql`t.id`)
  const ownFields = fields.filter((term) => !isRunTerm(term))
  const ofEvent = [...ofId, ...ownFields.map((term) => eventCondition(term, now))]
  const runTerms = fields.filter(isRunTerm)
  const event = every([...ofEvent, runCondition(runTerms, bounds)])
  const refusedRuns = runTerms.filter(({ not }) => not)
  const rejected = every([
    Prisma.sql`t.event_id IS NULL`,
    ...ofId,
    ...fields.map((term) => rejectedCondition(term, now)),
  ])
  return {
    event: toSql(event),
    eventOfRun: toSql(every([...ofEvent, runCondition(refusedRuns, bounds)])),
    mayBeEvent: event !== false,
    rejected: rejected === false ? null : toSql(rejected),
    asksRejected: fields.some(namesRejected),
    content: contentConditions(terms),
    bounds,
    isFiltered: fields.some(({ key }) => key !== 'received'),
    isNarrow: page.ids !== undefined || fields.some(isNarrow) || hasRareStatus(fields),
  }
}

/** What only a rejected delivery can be. */
function namesRejected({ not, key, op, values }: FieldTerm): boolean {
  if (not || op !== 'is') return false
  return (
    (key === 'verdict' && values.includes('rejected')) ||
    (key === 'reason' && values.some((reason) => reason !== 'no_secret'))
  )
}

function isNarrow({ not, key, op }: FieldTerm): boolean {
  return !not && op === 'is' && (isNameKey(key) || key === 'id' || key === 'failure')
}

function hasRareStatus(fields: readonly FieldTerm[]): boolean {
  const statuses = statusesOf(fields.filter(isRunTerm).filter(({ not }) => !not))
  return statuses !== null && !statuses.includes('succeeded')
}
