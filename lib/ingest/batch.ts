import type { DeliveryRow, EventRow, Recorded } from './row'
import { SCHEMES } from '@/lib/providers/identifiers'

interface ProposedEvent {
  event: EventRow
  first: DeliveryRow
  count: number
  lastReceivedAt: Date
}

export interface Batch {
  /** The parameters of RECORD_SQL. */
  parameters: unknown[]
  /** What became of each row, given the proposed and actual ids of the events that were there before. */
  resolve(repeats: ReadonlyMap<string, string>): Recorded[]
}

/** Lays out rows as the arrays that RECORD_SQL takes; rows that announce the same event share one proposal. */
export function layOut(rows: readonly DeliveryRow[]): Batch {
  const byKey = new Map<string, ProposedEvent>()
  for (const row of rows) {
    if (!row.event) continue
    const key = eventKey(row, row.event)
    const known = byKey.get(key)
    if (!known) byKey.set(key, { event: row.event, first: row, count: 1, lastReceivedAt: row.receivedAt })
    else {
      known.count += 1
      if (row.receivedAt > known.lastReceivedAt) known.lastReceivedAt = row.receivedAt
    }
  }
  const proposals = [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
  const proposalOf = (row: DeliveryRow) => (row.event ? byKey.get(eventKey(row, row.event)) : undefined)
  return {
    parameters: [...eventColumns(proposals), ...identifierColumns(proposals), ...deliveryColumns(rows, proposalOf)],
    resolve: (repeats) =>
      rows.map((row) => {
        const proposal = proposalOf(row)
        if (!proposal) return null
        const before = repeats.get(proposal.event.id)
        return { eventId: before ?? proposal.event.id, repeat: before !== undefined || proposal.first !== row }
      }),
  }
}

function eventKey(row: DeliveryRow, event: EventRow): string {
  return `${row.source.id} ${event.dedupeKey}`
}

function eventColumns(proposals: readonly ProposedEvent[]): unknown[] {
  const column = <T>(pick: (proposal: ProposedEvent) => T) => proposals.map(pick)
  return [
    column((p) => p.event.id),
    column((p) => p.first.source.id),
    column((p) => p.first.source.provider),
    column((p) => storable(p.event.reading.eventType)),
    column((p) => storable(p.event.dedupeKey)),
    column((p) => p.first.id),
    column((p) => p.count),
    column((p) => p.first.verdict.verdict),
    column((p) => p.event.reading.occurredAt?.toISOString() ?? null),
    column((p) => p.first.receivedAt.toISOString()),
    column((p) => p.lastReceivedAt.toISOString()),
    column((p) => p.event.reading.subject?.kind ?? null),
    column((p) => (p.event.reading.subject ? storable(p.event.reading.subject.label) : null)),
    column((p) => (p.event.reading.problems.length > 0 ? storableJson(p.event.reading.problems) : null)),
  ]
}

function identifierColumns(proposals: readonly ProposedEvent[]): unknown[] {
  const eventIds: string[] = []
  const storeIds: string[] = []
  const schemes: string[] = []
  const values: string[] = []
  const issuers: string[] = []
  for (const { event, first } of proposals) {
    for (const { scheme, value } of event.reading.identifiers) {
      eventIds.push(event.id)
      storeIds.push(first.source.storeId)
      schemes.push(scheme)
      values.push(value)
      issuers.push(SCHEMES[scheme].shared ? '' : first.source.provider)
    }
  }
  return [eventIds, storeIds, schemes, values, issuers]
}

function deliveryColumns(rows: readonly DeliveryRow[], proposalOf: (row: DeliveryRow) => ProposedEvent | undefined): unknown[] {
  const column = <T>(pick: (row: DeliveryRow) => T) => rows.map(pick)
  let offset = 1
  const offsets = rows.map((row) => {
    const at = offset
    offset += row.body.byteLength
    return at
  })
  return [
    Buffer.concat(rows.map((row) => row.body)),
    column((row) => row.id),
    column((row) => row.source.id),
    column((row) => proposalOf(row)?.event.id ?? null),
    column((row) => row.receivedAt.toISOString()),
    column((row) => storable(row.path)),
    column((row) => storableJson(row.headers)),
    column((row) => (row.headerFingerprints ? storableJson(row.headerFingerprints) : null)),
    offsets,
    column((row) => row.body.byteLength),
    column((row) => Math.min(row.bodyBytes, 2 ** 31 - 1)),
    column((row) => (row.remoteAddress ? storable(row.remoteAddress) : null)),
    column((row) => row.verdict.verdict),
    column((row) => row.verdict.reason),
    column((row) => storableJson(row.verdict.detail)),
    column((row) => row.status),
    column((row) => (row.claims && row.claims.eventType !== 'unknown' ? storable(row.claims.eventType) : null)),
    column((row) => (row.claims ? storableJson(row.claims.identifiers.map((claim) => `${claim.scheme}:${claim.value}`)) : null)),
  ]
}

/** PostgreSQL text holds neither NUL nor lone surrogates; bodies are kept as bytes and never pass here. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}

function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // JSON.stringify writes a lone surrogate or a NUL as an escape, which jsonb refuses.
  return json.includes('\\u') ? JSON.stringify(value, (_, part) => (typeof part === 'string' ? storable(part) : part)) : json
}
