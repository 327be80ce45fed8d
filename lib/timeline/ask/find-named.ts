import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { NameRange } from './candidates'

/** A naming that holds a name. */
export interface Named {
  entityId: string
  name: string
}

const NAMINGS_OF_A_NAME = 50
const NAMINGS_OF_A_BEGINNING = 100

/** The things that have one of these names, in any store: by each name those of its latest 50 namings. */
export function findNamed(names: readonly string[], client: PrismaClient): Promise<Named[]> {
  if (names.length === 0) return Promise.resolve([])
  return client.$queryRaw<Named[]>(
    Prisma.sql`SELECT DISTINCT f.entity_id AS "entityId", f.name FROM (${namedSql(names)}) f`,
  )
}

/** The things whose names lie in one of these ranges: in each store and range the first hundred by their names. */
export function findBeginning(ranges: readonly NameRange[], client: PrismaClient): Promise<Named[]> {
  if (ranges.length === 0) return Promise.resolve([])
  return client.$queryRaw<Named[]>(
    Prisma.sql`SELECT DISTINCT f.entity_id AS "entityId", f.name FROM (${beginningSql(ranges)}) f`,
  )
}

/**
 * `store_id`, `name` and `entity_id` of the namings that hold a name. OFFSET 0 keeps each look-up one by primary key,
 * however many the planner expects.
 */
export function namedSql(names: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id AS store_id, x.name, n.entity_id
    FROM store s CROSS JOIN unnest(${names}::text[]) AS x(name)
    CROSS JOIN LATERAL (
      SELECT nn.naming_id FROM naming_name nn WHERE nn.store_id = s.id AND nn.name = x.name
      ORDER BY nn.naming_id DESC LIMIT ${NAMINGS_OF_A_NAME}) k
    CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.naming_id OFFSET 0) n`
}

/** The same for names that begin alike. */
export function beginningSql(ranges: readonly NameRange[], limit = NAMINGS_OF_A_BEGINNING): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id AS store_id, k.name, n.entity_id
    FROM store s
    CROSS JOIN unnest(${ranges.map(({ low }) => low)}::text[], ${ranges.map(({ high }) => high)}::text[]) AS x(low, high)
    CROSS JOIN LATERAL (
      SELECT nn.name, nn.naming_id FROM naming_name nn WHERE nn.store_id = s.id AND nn.name >= x.low AND nn.name < x.high
      ORDER BY nn.name LIMIT ${limit}) k
    CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.naming_id OFFSET 0) n`
}
