import { Prisma, type PrismaClient } from '@/lib/db/client'
import { resolveTime } from '@/lib/events/schemas'
import { FINDING_RULE_NAMES, FINDING_RULES, type FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import type { EntitiesQuery } from '../schemas'
import { readListCursor } from './cursor'
import { claimedEntities } from './rejected'

const PROBLEMS = FINDING_RULE_NAMES.filter((rule) => FINDING_RULES[rule].severity === 'problem')

/** What a query asks of a standing `entity t` of a kind, its findings and states aside. Throws `invalid_request`. */
export function entityConditions(kind: Kind, query: EntitiesQuery, now: Date): Prisma.Sql[] {
  const conditions = [Prisma.sql`t.merged_into IS NULL`, Prisma.sql`t.kind = ${kind}`]
  const [from, to] = [query.from && resolveTime(query.from, now), query.to && resolveTime(query.to, now)]
  if (from) conditions.push(Prisma.sql`t.last_at >= ${from}`)
  if (to) conditions.push(Prisma.sql`t.last_at < ${to}`)
  if (query.provider) conditions.push(Prisma.sql`${query.provider} = ANY(t.providers)`)
  if (query.cursor) {
    const { lastAt, id } = readListCursor(query.cursor)
    conditions.push(Prisma.sql`(t.last_at, t.id) < (${lastAt}::timestamptz, ${id}::uuid)`)
  }
  return conditions
}

/** The findings that are asked for, as conditions of which one has to hold: each is answered by another index. */
export async function findingBranches(
  kind: Kind,
  { finding }: EntitiesQuery,
  { neverStuck, now }: { neverStuck: readonly string[]; now: Date },
  client: PrismaClient,
): Promise<Prisma.Sql[]> {
  if (!finding) return [Prisma.sql`true`]
  const asked = new Set<FindingRule>(finding.flatMap((rule) => (rule === 'any' ? PROBLEMS : [rule])))
  const branches: Prisma.Sql[] = []
  if (asked.delete('stuck')) {
    branches.push(Prisma.sql`t.stuck_at <= ${now} AND t.store_id <> ALL(${neverStuck}::uuid[])`)
  }
  if (asked.delete('rejected_delivery')) {
    branches.push(Prisma.sql`t.id = ANY(${await claimedEntities(kind, client)}::uuid[])`)
  }
  if (asked.size > 0) branches.push(Prisma.sql`t.findings <> '{}' AND t.findings && ${[...asked]}::text[]`)
  return branches
}
