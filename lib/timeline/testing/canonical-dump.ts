import type { PrismaClient } from '@/lib/db/client'

/**
 * Everything that timelines say, without ids: entities by their namings, with state, fields, findings and the lines of their
 * timelines, and the ties between namings. Equal for equal sets of events and decisions.
 */
export async function canonicalDump(prisma: PrismaClient): Promise<unknown> {
  const entities = await prisma.$queryRaw<{ kind: string; namings: string[][]; fields: unknown }[]>`
    SELECT e.kind, e.label, e.state, e.providers, e.fields, e.first_at, e.last_at, e.last_type, e.mentions, e.findings,
      e.stuck_at, (
        SELECT json_agg(n.names ORDER BY n.names, n.first_at) FROM naming n WHERE n.entity_id = e.id) AS namings, (
        SELECT json_agg(json_build_array(n.names, m.at, m.rank, m.tie, v.dedupe_key, m.provider, m.type, m.role, m.set)
          ORDER BY m.at, m.rank, m.tie, n.names)
        FROM naming n JOIN mention m ON m.naming_id = n.id JOIN event v ON v.id = m.event_id
        WHERE n.entity_id = e.id) AS lines
    FROM entity e WHERE e.merged_into IS NULL`
  const ties = await prisma.$queryRaw<object[]>`
    SELECT f.names AS from, t.relation, o.names AS to, v.dedupe_key, t.at
    FROM naming_tie t JOIN naming f ON f.id = t.from_id JOIN naming o ON o.id = t.to_id JOIN event v ON v.id = t.event_id`
  const namings = await prisma.$queryRaw<object[]>`SELECT kind, names, first_at, last_at, mentions FROM naming`
  const held = await prisma.$queryRaw<object[]>`
    SELECT h.name, n.names, n.first_at FROM naming_name h JOIN naming n ON n.id = h.naming_id`
  return {
    entities: inOrder(entities.map((entity) => ({ ...entity, fields: withoutEvents(entity.fields) }))),
    ties: inOrder(ties),
    namings: inOrder(namings),
    held: inOrder(held),
  }
}

/** Ids of events are made on arrival, and so is the order of the keys in JSON. */
function withoutEvents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvents)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'eventId')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, withoutEvents(member)]),
  )
}

function inOrder(rows: readonly object[]): unknown[] {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .map((row) => JSON.parse(row))
}
