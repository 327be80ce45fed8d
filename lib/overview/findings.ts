import { Prisma, type PrismaClient } from '@/lib/db/client'
import { storesWithout } from '@/lib/timeline/ask/settings'
import { FINDING_RULE_NAMES, type FindingRule } from '@/lib/timeline/finding-rules'
import { KIND_NAMES, type Kind } from '@/lib/timeline/kinds'
import { bounded, COUNT_AT_MOST } from './count'
import type { FindingCount } from './schemas'

const RECENT_MS = 30 * 24 * 60 * 60 * 1000
/** Of each kind, those with the latest news. */
const LOOKED_AT = 2_000

/**
 * What timelines show to be wrong, by kind and rule, in the order of both. Of the 2,000 things of each kind with findings
 * that had news last, within 30 days; what is stuck is counted up to 10,000, however old. What rejected deliveries claim
 * is not among it.
 */
export async function readFindings(now: Date, client: PrismaClient): Promise<FindingCount[]> {
  const neverStuck = await storesWithout('stuck', client)
  const [recent, stuck] = await Promise.all([
    client.$queryRaw<Row[]>(recentSql(new Date(now.getTime() - RECENT_MS))),
    client.$queryRaw<Row[]>(stuckSql(now, neverStuck)),
  ])
  const found = [
    ...recent.map((row) => toCount(row, row.looked > LOOKED_AT ? 'at_least' : 'exact')),
    ...stuck.filter(({ count }) => count > 0).map((row) => toCount(row, bounded(row.count).precision)),
  ]
  return found.sort((a, b) => place(a) - place(b))
}

interface Row {
  kind: Kind
  rule: FindingRule
  count: number
  looked: number
}

function recentSql(since: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT k.kind, f.rule, count(*)::int AS count, max(e.place)::int AS looked
    FROM unnest(${KIND_NAMES}::text[]) AS k(kind)
    CROSS JOIN LATERAL (
      SELECT findings, row_number() OVER (ORDER BY last_at DESC, id DESC) AS place FROM (
        SELECT findings, last_at, id FROM entity
        WHERE kind = k.kind AND merged_into IS NULL AND findings <> '{}' AND last_at >= ${since}
        ORDER BY last_at DESC, id DESC LIMIT ${LOOKED_AT + 1}) AS latest) AS e
    CROSS JOIN LATERAL unnest(e.findings) AS f(rule)
    WHERE f.rule = ANY(${FINDING_RULE_NAMES}::text[]) GROUP BY k.kind, f.rule`
}

function stuckSql(now: Date, neverStuck: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT k.kind, 'stuck' AS rule, e.count, 0 AS looked
    FROM unnest(${KIND_NAMES}::text[]) AS k(kind)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT FROM entity WHERE kind = k.kind AND merged_into IS NULL AND stuck_at IS NOT NULL AND stuck_at < ${now}
          AND store_id <> ALL(${neverStuck}::uuid[])
        LIMIT ${COUNT_AT_MOST + 1}) AS stuck) AS e`
}

function toCount({ kind, rule, count }: Row, precision: FindingCount['count']['precision']): FindingCount {
  return { kind, rule, count: { value: Math.min(count, COUNT_AT_MOST), precision } }
}

function place({ kind, rule }: FindingCount): number {
  return KIND_NAMES.indexOf(kind) * FINDING_RULE_NAMES.length + FINDING_RULE_NAMES.indexOf(rule)
}
