import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Kind } from '../kinds'
import type { EntityRef } from '../schemas'

const NAMINGS_OF_A_NAME = 200
const SHOWN = 5

interface Row extends EntityRef {
  name: string
}

/** The other things of the store that use these names, by name: at most five of each. */
export async function sharedWith(
  entity: { id: string; storeId: string },
  names: readonly string[],
  client: PrismaClient,
): Promise<Map<string, EntityRef[]>> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT x.name, t.id, t.kind, t.label
    FROM unnest(${names}::text[]) AS x(name)
    CROSS JOIN LATERAL (
      SELECT DISTINCT n.entity_id
      FROM (
        SELECT naming_id FROM naming_name WHERE store_id = ${entity.storeId}::uuid AND name = x.name
        ORDER BY naming_id DESC LIMIT ${NAMINGS_OF_A_NAME}) k
      CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.naming_id OFFSET 0) n
      WHERE n.entity_id <> ${entity.id}::uuid LIMIT ${SHOWN}) o
    CROSS JOIN LATERAL (SELECT id, kind, label FROM entity WHERE id = o.entity_id OFFSET 0) t
    ORDER BY x.name, t.label, t.id`)
  const byName = new Map<string, EntityRef[]>()
  for (const { name, id, kind, label } of rows) {
    byName.set(name, [...(byName.get(name) ?? []), { id, kind: kind satisfies Kind, label }])
  }
  return byName
}
