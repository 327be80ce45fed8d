import { Prisma } from '@/lib/db/client'
import type { ExcludedCounts } from './exclusions'
import type { Exclusion } from './schemas'

/** What a selection comes to. */
export interface Counts {
  /** Events of which at least one run is replayed. */
  events: number
  runs: number
  byTarget: ReadonlyMap<string, number>
  excluded: ExcludedCounts
}

export interface CountRow {
  target: string | null
  exclusion: Exclusion | null
  runs: number
  events: number
}

/** Counts the rows of `classified` (see Selection), or of a table like it, by target and exclusion. */
export function countSql(classified = Prisma.sql`classified`): Prisma.Sql {
  return Prisma.sql`
    SELECT target, exclusion, count(*)::int AS runs,
      (SELECT count(DISTINCT event_id)::int FROM ${classified} WHERE exclusion IS NULL) AS events
    FROM ${classified} GROUP BY target, exclusion`
}

/** The rows of countSql, and the number of rejected deliveries that match, as counts. */
export function toCounts(rows: readonly CountRow[], rejected: number): Counts {
  const byTarget = new Map<string, number>()
  const excluded: ExcludedCounts = rejected > 0 ? { rejected } : {}
  for (const { target, exclusion, runs } of rows) {
    if (exclusion) excluded[exclusion] = (excluded[exclusion] ?? 0) + runs
    else if (target) byTarget.set(target, (byTarget.get(target) ?? 0) + runs)
  }
  const runs = [...byTarget.values()].reduce((sum, count) => sum + count, 0)
  return { events: rows[0]?.events ?? 0, runs, byTarget, excluded }
}
