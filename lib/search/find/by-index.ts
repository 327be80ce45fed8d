import { allOf } from '@/lib/db/all-of'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import { itemFits, type Sought } from './sought'

/** What is asked of all that is below an id. */
export interface OlderAsked {
  below: string | undefined
  wanted: number
  timeoutMs: number
}

/**
 * The newest `wanted` of what fits below `below`, found by the index on the content. Null where that takes longer than
 * `timeoutMs`, as it does for what is common: the index finds all of it before the newest can be told.
 */
export async function findByIndex(
  sought: Sought,
  { below, wanted, timeoutMs }: OlderAsked,
  client: PrismaClient,
): Promise<string[] | null> {
  const { content, bounds } = sought.conditions
  if (!content?.byIndex) return null
  const where = [...bounds(Prisma.sql`c.id`), itemFits(sought)]
  if (below) where.push(Prisma.sql`c.id < ${below}::uuid`)
  // Ids are compared after the index has found its part, not beside it: else the planner would rather read everything by id.
  const statement = Prisma.sql`
    WITH matching AS MATERIALIZED (SELECT c.id FROM search_entry c WHERE ${content.byIndex})
    SELECT c.id FROM matching c WHERE ${allOf(where)} ORDER BY c.id DESC LIMIT ${wanted}`
  const rows = await withinTime<{ id: string }>(client, timeoutMs, statement, { enable_seqscan: 'off' })
  return rows?.map(({ id }) => id) ?? null
}
