import { allOf } from '@/lib/db/all-of'
import { Prisma } from '@/lib/db/client'
import { SCHEMES } from '@/lib/providers/identifiers'
import { typeCondition } from '@/lib/search/sql/type-condition'
import type { Target } from '@/lib/worker/targets'

/**
 * Whether a target subscribes to an event `t` of a source `s`: what createRuns (lib/worker) decides for each event, said
 * in SQL for very many. A test holds that the two agree.
 */
export function subscribesSql({ handler, destination }: Target): Prisma.Sql {
  const conditions = [patternsSql(handler.on)]
  if (destination) {
    const { providers, sourceIds, eventTypes, storeId } = destination
    conditions.push(Prisma.sql`s.store_id = ${storeId}::uuid`)
    if (providers.length > 0) conditions.push(Prisma.sql`t.provider = ANY(${providers}::text[])`)
    if (sourceIds.length > 0) conditions.push(Prisma.sql`t.source_id = ANY(${sourceIds}::uuid[])`)
    if (eventTypes.length > 0) conditions.push(patternsSql(eventTypes))
  }
  return Prisma.sql`(${allOf(conditions)})`
}

/**
 * Joins `subject(name)` to an event `t`: the subject that createRuns would give its run, the name that most providers know
 * it by. Worked out once, before anything is looked up by it, and collated as the index of runs by subject is.
 */
export const JOIN_SUBJECT_SQL = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT (CASE WHEN known.shared THEN n.name ELSE t.provider || '/' || n.name END) COLLATE "default" AS name
    FROM unnest(t.identifiers) WITH ORDINALITY AS n(name, place)
    JOIN (VALUES ${Prisma.join(
      Object.entries(SCHEMES).map(
        ([scheme, { kind, shared }]) => Prisma.sql`(${scheme}::text, ${kind}::text, ${shared}::boolean)`,
      ),
    )}) AS known(scheme, kind, shared) ON known.scheme = split_part(n.name, ':', 1)
    WHERE known.kind = t.subject_kind ORDER BY known.shared DESC, n.place LIMIT 1
  ) subject ON true`

function patternsSql(patterns: readonly string[]): Prisma.Sql {
  return Prisma.sql`(${typeCondition(Prisma.sql`t.type`, patterns)})`
}
