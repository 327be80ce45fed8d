import { Prisma, type PrismaClient } from '@/lib/db/client'
import { assertSensible } from '@/lib/events/assert-sensible'
import { includesRejected } from '@/lib/events/search'
import type { Handler } from '@/lib/handlers/handler'
import { invalidParameters } from '@/lib/http/invalid'
import { say } from '@/lib/i18n/say'
import type { RunStatus } from '@/lib/runs/statuses'
import type { Term } from '@/lib/search/language/term'
import { type Condition, every, toSql } from '@/lib/search/sql/condition'
import { conditionsOf } from '@/lib/search/sql/conditions'
import { contentInAny, isContentTerm } from '@/lib/search/sql/content-condition'
import { isRunTerm, type RunTerm, runFits } from '@/lib/search/sql/run-condition'
import { termsAsked } from '@/lib/search/terms-asked'
import type { Target } from '@/lib/worker/targets'
import { type ChosenTargets, chooseTargets } from './choose-targets'
import { JOIN_SUBJECT_SQL, subscribesSql } from './missing.sql'
import type { ReplayFilter } from './schemas'

/** What an order asks for, as previews and orders share it. */
export interface Asked {
  filter?: ReplayFilter | undefined
  eventIds?: readonly string[] | undefined
  /** With `eventIds`: only their runs in one of these states. */
  status?: readonly RunStatus[] | undefined
  handlers?: readonly string[] | undefined
  includeStale: boolean
}

/** What an order matches, as SQL: the matching runs are never loaded. */
export interface Selection {
  /** What matches depends on the content of events, which is known once they are indexed, and may take long to look through. */
  asksContent: boolean
  /** The targets that there are. */
  live: Target[]
  /** `classified(run_id, event_id, target, occurred_at, lane, exclusion)`, for a WITH; without an exclusion it is replayed. */
  classified: Prisma.Sql
  /** The targets of which missing runs are to be made. */
  missing: Target[]
  /** A page of the events after `after` by id, `(id, give)`: whether a target would replay its run, were it there. */
  eventsToGive(target: Target, after: string, limit: number): Prisma.Sql
  /** The number of rejected deliveries that match. */
  rejected: Prisma.Sql
}

/**
 * Which runs an order matches, and which of them are left out. Throws `invalid_request` for handlers, sources or ids of
 * events that there are not.
 */
export async function selectRuns(
  asked: Asked,
  client: PrismaClient,
  now: Date,
  all: readonly Handler[],
): Promise<Selection> {
  const chosen = await chooseTargets(asked.handlers, client, all)
  if (asked.filter) await assertSensible(asked.filter, client, now)
  if (asked.eventIds) await assertKnown(asked.eventIds, client)
  const terms = termsAsked(asked.filter ?? { status: asked.status })
  const asksRuns = terms.filter((term): term is RunTerm => isRunTerm(term) && !term.not)
  const events = matching(asked, terms, now)
  const missing = mayBeMade(asksRuns, chosen)
  const isReplayed = asked.includeStale ? Prisma.sql`true` : Prisma.sql`NOT ${STALE_SQL}`
  const parts = [
    existingRuns(asksRuns, chosen, events.ofRuns),
    ...missing.map((target) => missingRuns(target, events.all)),
  ]
  if (!chosen.named && asksRuns.length === 0) parts.push(eventsWithoutRuns(events.all))
  return {
    asksContent: terms.some(isContentTerm),
    live: chosen.live,
    missing,
    rejected: events.rejected,
    eventsToGive: (target, after, limit) => {
      const page = Prisma.sql`(
        SELECT * FROM event t WHERE ${events.all} AND t.id > ${after}::uuid ORDER BY t.id LIMIT ${limit})`
      return Prisma.sql`
        SELECT c.event_id AS id, c.exclusion IS NULL AND ${isReplayed} AS give
        FROM (${eventsOf(target, page)}) c ORDER BY c.event_id`
    },
    classified: Prisma.sql`classified AS MATERIALIZED (
      SELECT c.run_id, c.event_id, c.target, c.occurred_at,
        c.target || '|' || coalesce(c.subject, c.run_id::text) AS lane,
        CASE WHEN c.exclusion IS NOT NULL THEN c.exclusion WHEN ${isReplayed} THEN NULL ELSE 'stale' END AS exclusion
      FROM (${Prisma.join(parts, ' UNION ALL ')}) c)`,
  }
}

interface Matching {
  /** Over events `t`. */
  all: Prisma.Sql
  /** The same where runs are joined that fit what is asked of them. */
  ofRuns: Prisma.Sql
  rejected: Prisma.Sql
}

/** Of runs that are joined it is asked apart whether one fits what is asked of runs; what no run may be is asked here. */
function matching({ filter, eventIds }: Asked, terms: readonly Term[], now: Date): Matching {
  if (!filter) {
    const ids = Prisma.sql`t.id = ANY(${eventIds ?? []}::uuid[])`
    return { all: ids, ofRuns: ids, rejected: countRejected(Prisma.sql`t.event_id IS NULL AND ${ids}`) }
  }
  const conditions = conditionsOf(terms, now)
  const { event, content, rejected } = conditions
  const ofContent: Condition = content ? contentInAny(content) : true
  const { event: eventOfRuns } = conditionsOf(
    terms.filter((term) => !isRunTerm(term) || term.not),
    now,
  )
  return {
    all: toSql(every([event, ofContent])),
    ofRuns: toSql(every([eventOfRuns, ofContent])),
    rejected: countRejected(
      rejected && includesRejected(filter, conditions) ? toSql(every([rejected, ofContent])) : Prisma.sql`false`,
    ),
  }
}

function countRejected(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int AS count FROM delivery t WHERE ${condition}`
}

/** A run that never was has no status and failed with nobody: asked for those, only runs that exist can match. */
function mayBeMade(asked: readonly RunTerm[], { named }: ChosenTargets): Target[] {
  if (!named || asked.some(({ key }) => key !== 'handler')) return []
  return named.targets.filter(({ key, handler }) =>
    asked.every(({ op, values }) => op === 'exists' || values.includes(key) || values.includes(handler.name)),
  )
}

function existingRuns(asked: readonly RunTerm[], { live, named }: ChosenTargets, events: Prisma.Sql): Prisma.Sql {
  const conditions = [runFits(asked), events]
  if (named) {
    conditions.push(Prisma.sql`(r.target = ANY(${named.names}::text[]) OR r.handler = ANY(${named.names}::text[]))`)
  }
  return Prisma.sql`
    SELECT r.id AS run_id, r.event_id, r.target, r.subject, r.occurred_at, s.store_id,
      CASE WHEN r.target <> ALL(${live.map(({ key }) => key)}::text[]) THEN 'gone'
        WHEN r.status = 'running' OR (r.status = 'queued' AND r.replay_id IS NOT NULL) THEN 'running' END AS exclusion
    FROM run r JOIN event t ON t.id = r.event_id JOIN source s ON s.id = t.source_id WHERE ${toSql(every(conditions))}`
}

/** What runs of a target would be, were there one of each of the events `t`. */
function eventsOf(target: Target, events = Prisma.sql`event`, rest = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT NULL::uuid AS run_id, t.id AS event_id, ${target.key}::text AS target, subject.name AS subject,
      coalesce(t.occurred_at, t.received_at) AS occurred_at, s.store_id,
      CASE WHEN NOT ${subscribesSql(target)} THEN 'no_run' END AS exclusion
    FROM ${events} t JOIN source s ON s.id = t.source_id ${JOIN_SUBJECT_SQL} ${rest}`
}

/**
 * The LIMIT keeps the planner to one look into the index per event: of a new destination it believes that there are no
 * runs, and would compare every event with each of those that were just made.
 */
function missingRuns(target: Target, events: Prisma.Sql): Prisma.Sql {
  const isMissing = Prisma.sql`
    LEFT JOIN LATERAL (
      SELECT true AS found FROM run x WHERE x.event_id = t.id AND x.target = ${target.key} AND x.copy_id IS NULL LIMIT 1
    ) present ON true
    WHERE present.found IS NULL AND ${events}`
  return eventsOf(target, undefined, isMissing)
}

function eventsWithoutRuns(events: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT NULL::uuid, t.id, NULL::text, NULL::text, t.received_at, NULL::uuid, 'no_run'
    FROM event t WHERE ${events} AND NOT EXISTS (SELECT FROM run x WHERE x.event_id = t.id AND x.copy_id IS NULL)`
}

/** Names are joined within a store only: order 1001 of another merchant says nothing about this one. */
const STALE_SQL = Prisma.sql`EXISTS (
  SELECT FROM run l JOIN event le ON le.id = l.event_id JOIN source ls ON ls.id = le.source_id
  WHERE l.target = c.target AND l.subject = c.subject AND l.occurred_at > c.occurred_at AND l.status = 'succeeded'
    AND l.copy_id IS NULL AND ls.store_id = c.store_id)`

async function assertKnown(eventIds: readonly string[], client: PrismaClient): Promise<void> {
  const unknown = await client.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM unnest(${eventIds}::uuid[]) AS i(id)
    WHERE NOT EXISTS (SELECT FROM event e WHERE e.id = i.id) AND NOT EXISTS (SELECT FROM delivery d WHERE d.id = i.id AND d.event_id IS NULL)
    LIMIT 1`
  const [first] = unknown
  if (first) {
    throw invalidParameters([{ parameter: 'eventIds', message: say('expected.eventIdsThatAre', { id: first.id }) }])
  }
}
