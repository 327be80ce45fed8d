import { Prisma, type PrismaClient } from '@/lib/db/client'
import { ENGLISH } from '@/lib/i18n/english'
import type { Kind } from '../kinds'
import { providerLabel, typeTitle } from '../provider-words'
import type { RelatedItem } from '../schemas'
import { tieWords } from '../tie-words'
import { relationTitle } from '../words'

interface Row {
  relation: string
  seenFrom: 'from' | 'to'
  id: string
  kind: Kind
  label: string
  state: string | null
  lastAt: Date
  eventId: string
  provider: string
  type: string
  at: Date
}

const TIES_OF_A_NAMING = 300
const MOST = 1000

/**
 * The things that belong to a thing by what events say, from either side, each with the earliest event that says so. Of a
 * thing with very many (the orders of a product) the latest few hundred.
 */
export async function tiedTo(
  entityId: string,
  namingIds: readonly string[],
  client: PrismaClient,
): Promise<RelatedItem[]> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT DISTINCT ON (k.relation, k.seen_from, t.id) k.relation, k.seen_from AS "seenFrom",
      t.id, t.kind, t.label, t.state, t.last_at AS "lastAt", k.event_id AS "eventId", k.at, e.provider, e.type
    FROM (
      (SELECT 'from' AS seen_from, k.relation, k.to_id AS other_id, k.event_id, k.at
      FROM unnest(${namingIds}::bigint[]) AS n(id)
      CROSS JOIN LATERAL (SELECT * FROM naming_tie WHERE from_id = n.id LIMIT ${TIES_OF_A_NAMING}) k LIMIT ${MOST})
      UNION ALL
      (SELECT 'to', k.relation, k.from_id, k.event_id, k.at
      FROM unnest(${namingIds}::bigint[]) AS n(id)
      CROSS JOIN LATERAL (
        SELECT * FROM naming_tie WHERE to_id = n.id ORDER BY to_id DESC, relation DESC, from_id DESC
        LIMIT ${TIES_OF_A_NAMING}) k LIMIT ${MOST})) k
    CROSS JOIN LATERAL (SELECT entity_id FROM naming WHERE id = k.other_id OFFSET 0) n
    CROSS JOIN LATERAL (SELECT id, kind, label, state, last_at FROM entity WHERE id = n.entity_id OFFSET 0) t
    CROSS JOIN LATERAL (SELECT provider, type FROM event WHERE id = k.event_id OFFSET 0) e
    WHERE t.id <> ${entityId}::uuid
    ORDER BY k.relation, k.seen_from, t.id, k.at, k.event_id`)
  return rows.map(toItem)
}

function toItem(row: Row): RelatedItem {
  return {
    title: relationTitle(row.relation, row.seenFrom, ENGLISH),
    ...{ relation: row.relation, seenFrom: row.seenFrom },
    entity: { id: row.id, kind: row.kind, label: row.label, state: row.state, lastAt: row.lastAt.toISOString() },
    proof: { eventId: row.eventId, provider: row.provider, type: row.type, occurredAt: row.at.toISOString() },
    rule: tieWords({ ...row, proof: row }, { t: ENGLISH, labelOf: providerLabel, titleOf: typeTitle }),
  }
}

const KIND_ORDER: Readonly<Record<Kind, number>> = {
  order: 0,
  customer: 1,
  shipment: 2,
  purchase: 3,
  transfer: 4,
  adjustment: 5,
  product: 6,
}

/** Products last, since there are many; of one kind those with the latest news first. */
export function byImportance(a: RelatedItem, b: RelatedItem): number {
  const byKind = KIND_ORDER[a.entity.kind] - KIND_ORDER[b.entity.kind]
  if (byKind !== 0) return byKind
  if (a.entity.lastAt === b.entity.lastAt) return a.entity.id < b.entity.id ? -1 : 1
  return a.entity.lastAt > b.entity.lastAt ? -1 : 1
}
