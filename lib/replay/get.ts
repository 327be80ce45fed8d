import { db, type PrismaClient } from '@/lib/db/client'
import { findHandler } from '@/lib/handlers/registry'
import { termsOfQuery } from '@/lib/search/terms-asked'
import { termsOf } from '@/lib/search/terms-of'
import { readAskedFailures } from './asked-failures'
import { readHeld } from './held'
import { getReplay } from './item'
import type { ReplayDetail } from './schemas'
import { readShownEvents } from './shown-events'

const MOST_FAILURES = 100

/** One replay with its progress, what failed again in it, what it waits for and how to list its events. Throws `not_found`. */
export async function replayDetail(id: string, client: PrismaClient = db()): Promise<ReplayDetail> {
  const item = await getReplay(id, client)
  const terms = item.filter ? [...termsOf(item.filter), ...termsOfQuery(item.filter.q)] : []
  const [failures, held, askedFailures] = await Promise.all([
    readFailures(id, client),
    item.status === 'finished' ? [] : readHeld(id, client),
    readAskedFailures(id, terms, client),
  ])
  const events = await readShownEvents(item, terms, askedFailures, client)
  return { ...item, failures, held, askedFailures, events }
}

async function readFailures(id: string, client: PrismaClient): Promise<ReplayDetail['failures']> {
  const rows = await client.$queryRaw<FailureRow[]>`
    SELECT r.id, r.event_id, r.handler, d.name AS destination, e.subject_label, a.error_message, a.outcome
    FROM (
      SELECT run_id, position FROM replay_item WHERE replay_id = ${id}::uuid AND state = 'failed'
      ORDER BY position DESC LIMIT ${MOST_FAILURES}
    ) i
    JOIN run r ON r.id = i.run_id
    JOIN event e ON e.id = r.event_id
    LEFT JOIN destination d ON d.id = r.destination_id
    LEFT JOIN LATERAL (
      SELECT error_message, outcome FROM attempt WHERE run_id = r.id AND replay_id = ${id}::uuid
      ORDER BY number DESC LIMIT 1
    ) a ON true
    ORDER BY i.position DESC`
  return rows.map((row) => ({
    runId: row.id,
    eventId: row.event_id,
    title: row.destination ?? findHandler(row.handler)?.title ?? row.handler,
    subject: row.subject_label,
    message: row.error_message ?? (row.outcome === 'lost' ? 'The worker was gone before it was over.' : 'No message.'),
  }))
}

interface FailureRow {
  id: string
  event_id: string
  handler: string
  destination: string | null
  subject_label: string | null
  error_message: string | null
  outcome: string | null
}
