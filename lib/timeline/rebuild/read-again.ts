import type { PoolClient } from 'pg'
import { storable } from '@/lib/ingest/batch'
import { decodeBody } from '@/lib/ingest/decode'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { joinName } from '@/lib/providers/identifiers'
import { findProvider } from '@/lib/providers/registry'

/** What timelines and searches take from the reading of an event. */
interface Read {
  id: string
  identifiers: string[]
  subjectKind: string | null
  subjectLabel: string | null
  /** ISO 8601. */
  occurredAt: string | null
}

interface Row extends Omit<Read, 'occurredAt'> {
  occurredAt: Date | null
  provider: string
  headers: string
  body: Buffer
}

/**
 * Reads events again from the bytes that first announced them, and writes what is found differently today: identifiers, subject
 * and time. Type and dedupe key stay, since runs and repeats hang on them. Answers the ids of the events that changed.
 */
export async function readAgain(client: PoolClient, eventIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<Row>({
    name: 'events to read again',
    text: `SELECT e.id, e.identifiers, e.subject_kind AS "subjectKind", e.subject_label AS "subjectLabel",
        e.occurred_at AS "occurredAt", e.provider, d.headers, d.body
      FROM unnest($1::uuid[]) AS o(id) JOIN event e ON e.id = o.id JOIN delivery d ON d.id = e.first_delivery_id`,
    values: [eventIds],
  })
  const changed = rows.flatMap((row) => {
    const now = readToday(row)
    return now && JSON.stringify(now) !== JSON.stringify(asRead(row)) ? [now] : []
  })
  if (changed.length > 0) await write(client, changed)
  return new Set(changed.map(({ id }) => id))
}

function readToday({ id, provider: name, headers: lines, body }: Row): Read | null {
  const provider = findProvider(name)
  if (!provider) return null
  const headers = fromHeaderLines(lines)
  const { subject, identifiers, occurredAt } = provider.read({ headers, body: decodeBody(headers, body).bytes })
  return {
    id,
    identifiers: identifiers.map(joinName),
    subjectKind: subject?.kind ?? null,
    subjectLabel: subject ? storable(subject.label) : null,
    occurredAt: occurredAt?.toISOString() ?? null,
  }
}

function asRead({ id, identifiers, subjectKind, subjectLabel, occurredAt }: Row): Read {
  return { id, identifiers, subjectKind, subjectLabel, occurredAt: occurredAt?.toISOString() ?? null }
}

const GIVEN = `json_to_recordset($1) AS g(id uuid, identifiers text[], "subjectKind" text, "subjectLabel" text, "occurredAt" timestamptz)`

async function write(client: PoolClient, changed: readonly Read[]): Promise<void> {
  const values = [JSON.stringify(changed)]
  // By key, for two names may have one; and while the event still tells its former names.
  await client.query(
    `WITH keys AS (
      SELECT e.id, ARRAY(SELECT identifier_key(s.store_id, name) FROM unnest(e.identifiers) AS name) AS before,
        ARRAY(SELECT identifier_key(s.store_id, name) FROM unnest(g.identifiers) AS name) AS after
      FROM ${GIVEN} JOIN event e ON e.id = g.id JOIN source s ON s.id = e.source_id
    ), gone AS (
      DELETE FROM event_identifier i USING keys k
      WHERE i.event_id = k.id AND i.key = ANY(k.before) AND i.key <> ALL(k.after)
    )
    INSERT INTO event_identifier (key, event_id) SELECT key, id FROM keys, unnest(after) AS key ON CONFLICT DO NOTHING`,
    values,
  )
  await client.query(
    `UPDATE event e SET identifiers = g.identifiers, subject_kind = g."subjectKind", subject_label = g."subjectLabel",
      occurred_at = g."occurredAt" FROM ${GIVEN} WHERE e.id = g.id`,
    values,
  )
}
