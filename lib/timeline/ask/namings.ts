import { Prisma, type PrismaClient } from '@/lib/db/client'

/** A naming of an entity, as the pages need it. */
export interface NamingRow {
  id: string
  entityId: string
  storeId: string
  names: string[]
  firstAt: Date
  lastAt: Date
}

/** The namings of these entities, of each the latest `limit`. */
export function namingsOf(entityIds: readonly string[], limit: number, client: PrismaClient): Promise<NamingRow[]> {
  if (entityIds.length === 0) return Promise.resolve([])
  return client.$queryRaw<NamingRow[]>(Prisma.sql`
    SELECT n.id::text, n.entity_id AS "entityId", n.store_id AS "storeId", n.names, n.first_at AS "firstAt",
      n.last_at AS "lastAt"
    FROM unnest(${entityIds}::uuid[]) AS x(id)
    CROSS JOIN LATERAL (SELECT * FROM naming WHERE entity_id = x.id ORDER BY last_at DESC, id DESC LIMIT ${limit}) n`)
}
