import { Prisma } from '@/lib/db/client'
import type { LookupItem } from '../schemas'
import { SOMETHING_WAITS, unjoinedSql } from './pending'

export interface LookupRow {
  kind: LookupItem['kind']
  id: string
  /** Of a thing; of an event what it is about. */
  label: string | null
  store: string
  matched: 'name' | 'id' | 'dedupe_key' | 'pending'
  name: string | null
  provider: string | null
  type: string | null
}

interface Exact {
  /** `store_id`, `name` and `entity_id`: find-named.ts. */
  named: Prisma.Sql
  /** The names as events have them. */
  identifiers: readonly string[]
  id: string | null
  text: string
  limit: number
}

/** Everything that a text is exactly; every part of it is a look-up by a key. */
export function exactSql({ named, identifiers, id, text, limit }: Exact): Prisma.Sql {
  return Prisma.sql`
    SELECT kind, id, label, store, matched, name, provider, type FROM (
      ${entityPart(named)} UNION ALL ${ownPart(text)} UNION ALL ${pendingPart(identifiers)}
      ${id === null ? Prisma.empty : Prisma.sql`UNION ALL ${idPart(id)}`}) f
    ORDER BY matched = 'pending', at DESC, id LIMIT ${limit * 4}`
}

/** Things by names that were found. */
export function entitiesSql(named: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT kind, id, label, store, matched, name, provider, type FROM (${entityPart(named)}) f
    ORDER BY at DESC, id, name LIMIT ${limit * 4}`
}

function entityPart(named: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT t.kind, t.id, t.label, s.name AS store, 'name' AS matched, f.name, NULL AS provider, NULL AS type, t.last_at AS at
    FROM (SELECT DISTINCT f.entity_id, f.name FROM (${named}) f) f
    CROSS JOIN LATERAL (SELECT * FROM entity WHERE id = f.entity_id OFFSET 0) t JOIN store s ON s.id = t.store_id`
}

/** An event by the id that its provider gave it. */
function ownPart(text: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'event', e.id, e.subject_label, s.name, 'dedupe_key', NULL, e.provider, e.type, e.received_at
    FROM source c JOIN store s ON s.id = c.store_id
    CROSS JOIN LATERAL (SELECT * FROM event WHERE source_id = c.id AND dedupe_key = ${text} OFFSET 0) e`
}

/** Events that name it and are on no timeline yet. */
function pendingPart(identifiers: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT 'event', e.id, e.subject_label, s.name, 'pending', x.name, e.provider, e.type, e.received_at
    FROM store s CROSS JOIN unnest(${identifiers}::text[]) AS x(name)
    CROSS JOIN LATERAL (${unjoinedSql(Prisma.sql`s.id`)}) k
    CROSS JOIN LATERAL (SELECT * FROM event WHERE id = k.event_id AND x.name = ANY(identifiers) OFFSET 0) e
    WHERE ${SOMETHING_WAITS}`
}

/** By an id of our own. */
function idPart(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'event', e.id, e.subject_label, s.name, 'id', NULL, e.provider, e.type, e.received_at
    FROM event e JOIN source c ON c.id = e.source_id JOIN store s ON s.id = c.store_id WHERE e.id = ${id}::uuid
    UNION ALL
    SELECT 'delivery', d.id, NULL, s.name, 'id', NULL, c.provider, d.claimed_type, d.received_at
    FROM delivery d JOIN source c ON c.id = d.source_id JOIN store s ON s.id = c.store_id WHERE d.id = ${id}::uuid
    UNION ALL
    SELECT t.kind, t.id, t.label, s.name, 'id', NULL, NULL, NULL, t.last_at
    FROM entity t JOIN store s ON s.id = t.store_id WHERE t.id = ${id}::uuid`
}
