import type { PoolClient } from 'pg'
import type { HandlerEvent } from '@/lib/handlers/handler'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { splitName } from '@/lib/providers/identifiers'

export interface LoadedRun {
  runId: string
  target: string
  handler: string
  destinationId: string | null
  event: HandlerEvent
}

interface Row {
  run_id: string
  target: string
  handler: string
  destination_id: string | null
  copy_body: Buffer | null
  id: string
  provider: string
  type: string
  source_id: string
  slug: string
  name: string
  verdict: HandlerEvent['verdict']
  occurred_at: Date | null
  received_at: Date
  subject_kind: string | null
  subject_label: string | null
  identifiers: string[]
  headers: string
  body: Buffer
}

/** The events of runs with their bytes, by the run's id; an edited copy's bytes for its runs. */
export async function loadEvents(client: PoolClient, runIds: string[]): Promise<Map<string, LoadedRun>> {
  if (runIds.length === 0) return new Map()
  const { rows } = await client.query<Row>({
    name: 'load events',
    text: `
      SELECT r.id AS run_id, r.target, r.handler, r.destination_id, c.body AS copy_body, e.id, e.provider, e.type,
        e.source_id, s.slug, s.name, e.verdict, e.occurred_at, e.received_at, e.subject_kind, e.subject_label, e.identifiers,
        d.headers, d.body
      FROM unnest($1::uuid[]) AS o(id) JOIN run r ON r.id = o.id JOIN event e ON e.id = r.event_id
      JOIN source s ON s.id = e.source_id JOIN delivery d ON d.id = e.first_delivery_id
      LEFT JOIN event_copy c ON c.id = r.copy_id`,
    values: [runIds],
  })
  return new Map(rows.map((row) => [row.run_id, toRun(row)]))
}

function toRun(row: Row): LoadedRun {
  const { run_id: runId, target, handler, destination_id: destinationId } = row
  const { id, provider, type, verdict, occurred_at: occurredAt, received_at: receivedAt } = row
  const { subject_kind: kind, subject_label: label } = row
  return {
    ...{ runId, target, handler, destinationId },
    event: {
      ...{ id, provider, type, verdict, occurredAt, receivedAt },
      source: { id: row.source_id, slug: row.slug, name: row.name },
      subject: kind && label ? { kind, label } : null,
      identifiers: row.identifiers.map(splitName),
      headers: fromHeaderLines(row.headers),
      body: row.copy_body ?? row.body,
      edited: row.copy_body !== null,
    },
  }
}
