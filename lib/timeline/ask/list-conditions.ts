import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { resolveTime } from '@/lib/events/schemas'
import { FINDING_RULE_NAMES, FINDING_RULES, type FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import type { EntitiesQuery } from '../query-schemas'
import { readListCursor } from './cursor'
import { providerSets } from './provider-sets'
import { claimedEntities } from './rejected'

const PROBLEMS = FINDING_RULE_NAMES.filter((rule) => FINDING_RULES[rule].severity === 'problem')

/** What a query asks of a standing `entity t` of a kind, `listBranches` aside. Throws `invalid_request`. */
export function entityConditions(kind: Kind, query: EntitiesQuery, now: Date): Prisma.Sql[] {
  const conditions = [Prisma.sql`t.merged_into IS NULL`, Prisma.sql`t.kind = ${kind}`]
  const [from, to] = [query.from && resolveTime(query.from, now), query.to && resolveTime(query.to, now)]
  if (from) conditions.push(Prisma.sql`t.last_at >= ${from}`)
  if (to) conditions.push(Prisma.sql`t.last_at < ${to}`)
  if (query.cursor) {
    const { lastAt, id } = readListCursor(query.cursor)
    conditions.push(Prisma.sql`(t.last_at, t.id) < (${lastAt}::timestamptz, ${id}::uuid)`)
  }
  return conditions
}

/**
 * What a query asks of findings, states and providers, as conditions of which one has to hold: each is answered by walking
 * an index of its own. None where nothing can be found.
 */
export async function listBranches(
  kind: Kind,
  query: EntitiesQuery,
  options: { neverStuck: readonly string[]; now: Date },
  client: PrismaClient,
): Promise<Prisma.Sql[]> {
  const sets = query.provider ? await providerSets(kind, query.provider, client) : []
  if (query.provider && sets.length === 0) return []
  const states = [...new Set(query.state)]
  const ofProvider = query.provider ? [Prisma.sql`${query.provider} = ANY(t.providers)`] : []
  if (query.finding) {
    const ofStates = states.length > 0 ? [Prisma.sql`t.state = ANY(${states}::text[])`] : []
    const found = await findingBranches(kind, query.finding, options, client)
    return found.map((branch) => allOf([branch, ...ofStates, ...ofProvider]))
  }
  if (states.length > 0) return states.map((state) => allOf([Prisma.sql`t.state = ${state}`, ...ofProvider]))
  return query.provider ? sets.map((set) => Prisma.sql`t.providers = ${set}::text[]`) : [Prisma.sql`true`]
}

async function findingBranches(
  kind: Kind,
  finding: NonNullable<EntitiesQuery['finding']>,
  { neverStuck, now }: { neverStuck: readonly string[]; now: Date },
  client: PrismaClient,
): Promise<Prisma.Sql[]> {
  const asked = new Set<FindingRule>(finding.flatMap((rule) => (rule === 'any' ? PROBLEMS : [rule])))
  const branches: Prisma.Sql[] = []
  if (asked.delete('stuck')) {
    branches.push(Prisma.sql`t.stuck_at <= ${now} AND t.store_id <> ALL(${neverStuck}::uuid[])`)
  }
  if (asked.delete('rejected_delivery')) {
    branches.push(Prisma.sql`t.id = ANY(${await claimedEntities(kind, client)}::uuid[])`)
  }
  // Written out, so that the index over this rule serves whatever the plan is made for.
  for (const rule of asked) branches.push(Prisma.sql`${Prisma.raw(`'${rule}'`)} = ANY(t.findings)`)
  return branches
}
