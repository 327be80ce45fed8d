import { Prisma, type PrismaClient } from '@/lib/db/client'
import type { Relation } from '@/lib/providers/facts'
import type { Kind } from '../kinds'
import type { EntityRef } from '../schemas'

/** A naming whose mentions belong to a timeline, with the thing that it names. */
export interface ScopeNaming {
  id: string
  names: string[]
  of: EntityRef
}

interface Row {
  id: string
  names: string[]
  entityId: string
  kind: Kind
  label: string
}

/** What belongs to a thing's story: whatever is tied to it in this way, and in turn to that. */
const STORIES: { readonly [K in Kind]?: readonly Relation[] } = {
  order: ['delivers'],
  customer: ['placed_by', 'delivers'],
  purchase: ['receives'],
  transfer: ['carries'],
}

const OWN_NAMINGS = 500
const TIES_OF_A_NAMING = 300
const OTHERS = 300
const NAMINGS_OF_OTHERS = 20

/**
 * The namings whose mentions make the timeline of a thing: its own, and with `story` those of the latest 300 things that
 * tell its story with it (of a customer: 300 orders and 300 shipments).
 */
export async function scopeOf(entity: EntityRef, scope: 'own' | 'story', client: PrismaClient): Promise<ScopeNaming[]> {
  const relations = scope === 'story' ? (STORIES[entity.kind] ?? []) : []
  const steps = relations.map(
    (relation, step) => Prisma.sql`, ${level(step + 1)} AS MATERIALIZED (
      SELECT n.id, n.names, n.entity_id
      FROM (
        SELECT n.entity_id, max(k.from_id) AS latest FROM ${level(step)} l
        CROSS JOIN LATERAL (
          SELECT from_id FROM naming_tie WHERE to_id = l.id AND relation = ${relation}
          ORDER BY from_id DESC LIMIT ${TIES_OF_A_NAMING}) k
        CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.from_id OFFSET 0) n
        GROUP BY n.entity_id ORDER BY latest DESC LIMIT ${OTHERS}) o
      CROSS JOIN LATERAL (
        SELECT id, names, entity_id FROM naming WHERE entity_id = o.entity_id
        ORDER BY id DESC LIMIT ${NAMINGS_OF_OTHERS}) n)`,
  )
  const all = [0, ...relations.map((_, step) => step + 1)].map((step) => Prisma.sql`SELECT * FROM ${level(step)}`)
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    WITH ${level(0)} AS MATERIALIZED (
      SELECT id, names, entity_id FROM naming WHERE entity_id = ${entity.id}::uuid ORDER BY id DESC LIMIT ${OWN_NAMINGS})
    ${relations.length > 0 ? Prisma.join(steps, '') : Prisma.empty}
    SELECT DISTINCT ON (l.id) l.id::text, l.names, t.id AS "entityId", t.kind, t.label
    FROM (${Prisma.join(all, ' UNION ALL ')}) l
    CROSS JOIN LATERAL (SELECT id, kind, label FROM entity WHERE id = l.entity_id OFFSET 0) t ORDER BY l.id`)
  return rows.map(({ id, names, entityId, kind, label }) => ({ id, names, of: { id: entityId, kind, label } }))
}

function level(step: number): Prisma.Sql {
  return Prisma.raw(`level_${step}`)
}
