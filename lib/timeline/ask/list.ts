import { allOf } from '@/lib/db/all-of'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import type { FindingRule } from '../finding-rules'
import type { Kind } from '../kinds'
import type { EntitiesQuery } from '../query-schemas'
import type { EntityList } from '../schemas'
import { isStuck } from '../stuck'
import { assertListable } from './assert-listable'
import { listCursor } from './cursor'
import { ENTITY_COLUMNS, type EntityRow, toEntityItem } from './entity-row'
import { entityConditions, listBranches } from './list-conditions'
import { namingsOf } from './namings'
import { rejectedOf } from './rejected'
import { searchedFor } from './search-ids'
import { storesWithout } from './settings'

const NAMINGS_OF_AN_ITEM = 20

/**
 * The things of a kind as the query asks, those with the latest news first. Throws `invalid_request` for what names nothing
 * and for a cursor that is not of this list.
 */
export async function listEntities(
  kind: Kind,
  query: EntitiesQuery,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<EntityList> {
  assertListable(kind, query, now)
  const common = entityConditions(kind, query, now)
  if (query.q) {
    const ids = await searchedFor(kind, query.q, client)
    if (ids.length === 0) return { items: [], nextCursor: null }
    common.push(Prisma.sql`t.id = ANY(${ids}::uuid[])`)
  }
  const neverStuck = await storesWithout('stuck', client)
  const branches = await listBranches(kind, query, { neverStuck, now }, client)
  if (branches.length === 0) return { items: [], nextCursor: null }
  const rows = await findRows(common, branches, query.limit, client)
  const page = rows.slice(0, query.limit)
  const rejected = await rejectedOf(
    await namingsOf(
      page.map(({ id }) => id),
      NAMINGS_OF_AN_ITEM,
      client,
    ),
    client,
  )
  const items = page.map((row) => {
    const more: FindingRule[] = rejected.has(row.id) ? ['rejected_delivery'] : []
    if (isStuck(row.stuckAt, now) && !neverStuck.includes(row.storeId)) more.push('stuck')
    return toEntityItem(row, more)
  })
  const last = page.at(-1)
  return { items, nextCursor: last && rows.length > query.limit ? listCursor(last) : null }
}

/** Every branch walks an index of its own and gives at most a page, so that none of them grows with the table. */
async function findRows(
  common: Prisma.Sql[],
  branches: Prisma.Sql[],
  limit: number,
  client: PrismaClient,
): Promise<EntityRow[]> {
  const parts = branches.map(
    (branch) => Prisma.sql`(
      SELECT t.id FROM entity t WHERE ${allOf([...common, branch])}
      ORDER BY t.last_at DESC, t.id DESC LIMIT ${limit + 1})`,
  )
  return client.$queryRaw<EntityRow[]>(Prisma.sql`
    SELECT ${ENTITY_COLUMNS} FROM (${Prisma.join(parts, ' UNION ')}) f
    CROSS JOIN LATERAL (SELECT * FROM entity WHERE id = f.id OFFSET 0) t
    ORDER BY t.last_at DESC, t.id DESC LIMIT ${limit + 1}`)
}
