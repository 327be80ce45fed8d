import { Prisma, type PrismaClient } from '@/lib/db/client'
import { withinTime } from '@/lib/db/within-time'
import { contentOfItem } from '../sql/content-condition'
import type { Sought } from './sought'

/** The newest `wanted` of what fits, found among the events and rejected deliveries themselves; the content is looked up for each. */
export async function findByRows(
  sought: Sought,
  { below, wanted, timeoutMs }: { below?: string | undefined; wanted: number; timeoutMs: number },
  client: PrismaClient,
): Promise<string[] | null> {
  const within = below ? Prisma.sql`t.id < ${below}::uuid` : undefined
  const rows = await withinTime<{ id: string }>(client, timeoutMs, newestRows(sought, wanted, within))
  return rows?.map(({ id }) => id) ?? null
}

/** The ids of the newest `wanted` events and rejected deliveries `t` that fit, and are `within` something more. */
export function newestRows(
  { conditions, withRejected }: Sought,
  wanted: number,
  within: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const { event, mayBeEvent, rejected, content } = conditions
  const more = content ? Prisma.sql`${within} AND ${contentOfItem(content)}` : within
  const newest = (table: Prisma.Sql, condition: Prisma.Sql) =>
    Prisma.sql`(SELECT t.id FROM ${table} t WHERE ${condition} AND ${more} ORDER BY t.id DESC LIMIT ${wanted})`
  const parts = [
    ...(mayBeEvent ? [newest(Prisma.sql`event`, event)] : []),
    ...(withRejected && rejected ? [newest(Prisma.sql`delivery`, rejected)] : []),
  ]
  if (parts.length === 0) return Prisma.sql`SELECT NULL::uuid AS id WHERE false`
  return Prisma.sql`
    SELECT u.id FROM (${Prisma.join(parts, ' UNION ALL ')}) u ORDER BY u.id DESC LIMIT ${wanted}`
}
