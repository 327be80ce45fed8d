import { joinName } from '@/lib/providers/identifiers'
import type { Reading } from '@/lib/providers/provider'
import { int2Array, int4Array, jsonArray, jsonbArray, textArray, timeArray, uuidArray } from './binary-array'
import { toHeaderLines } from './header-lines'
import type { DeliveryRow, EventRow, Recorded } from './row'

interface ProposedEvent {
  /** In the batch, from 1, as RECORD_SQL counts. */
  position: number
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
    if (!known) byKey.set(key, { position: 0, event: row.event, first: row, count: 1, lastReceivedAt: row.receivedAt })
    else {
      known.count += 1
      if (row.receivedAt > known.lastReceivedAt) known.lastReceivedAt = row.receivedAt
    }
  }
  const proposals = [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
  for (const [index, proposal] of proposals.entries()) proposal.position = index + 1
  const proposalOf = (row: DeliveryRow) => (row.event ? byKey.get(eventKey(row, row.event)) : undefined)
  return {
    parameters: [...eventColumns(proposals), ...deliveryColumns(rows, proposalOf)],
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
    uuidArray(column((p) => p.event.id)),
    uuidArray(column((p) => p.first.source.id)),
    textArray(column((p) => p.first.source.provider)),
    textArray(column((p) => storable(p.event.reading.eventType))),
    textArray(column((p) => storable(p.event.dedupeKey))),
    uuidArray(column((p) => p.first.id)),
    int4Array(column((p) => p.count)),
    textArray(column((p) => p.first.verdict.verdict)),
    timeArray(column((p) => p.event.reading.occurredAt)),
    timeArray(column((p) => p.first.receivedAt)),
    timeArray(column((p) => p.lastReceivedAt)),
    textArray(column((p) => p.event.reading.subject?.kind ?? null)),
    textArray(column((p) => (p.event.reading.subject ? storable(p.event.reading.subject.label) : null))),
    jsonbArray(column((p) => (p.event.reading.problems.length > 0 ? storableJson(p.event.reading.problems) : null))),
    uuidArray(column((p) => p.first.source.storeId)),
    textArray(column((p) => nameLines(p.event.reading))),
  ]
}

/** No name holds a line end: identifiers are free of control characters. */
function nameLines(reading: Reading): string {
  return reading.identifiers.map(joinName).join('\n')
}

function deliveryColumns(
  rows: readonly DeliveryRow[],
  proposalOf: (row: DeliveryRow) => ProposedEvent | undefined,
): unknown[] {
  const column = <T>(pick: (row: DeliveryRow) => T) => rows.map(pick)
  let offset = 1
  const offsets = rows.map((row) => {
    const at = offset
    offset += row.body.byteLength
    return at
  })
  return [
    Buffer.concat(rows.map((row) => row.body)),
    uuidArray(column((row) => row.id)),
    uuidArray(column((row) => row.source.id)),
    int4Array(column((row) => proposalOf(row)?.position ?? null)),
    timeArray(column((row) => row.receivedAt)),
    textArray(column((row) => storable(row.path))),
    textArray(column((row) => storable(toHeaderLines(row.headers)))),
    jsonbArray(column((row) => (row.headerFingerprints ? storableJson(row.headerFingerprints) : null))),
    int4Array(offsets),
    int4Array(column((row) => row.body.byteLength)),
    int4Array(column((row) => Math.min(row.bodyBytes, 2 ** 31 - 1))),
    textArray(column((row) => (row.remoteAddress ? storable(row.remoteAddress) : null))),
    textArray(column((row) => row.verdict.verdict)),
    textArray(column((row) => row.verdict.reason)),
    jsonArray(column((row) => storableJson(row.verdict.detail))),
    int2Array(column((row) => row.status)),
    textArray(
      column((row) => (row.claims && row.claims.eventType !== 'unknown' ? storable(row.claims.eventType) : null)),
    ),
    jsonbArray(column((row) => (row.claims ? storableJson(claimsOf(row.claims)) : null))),
  ]
}

function claimsOf(claims: Reading): string[] {
  return claims.identifiers.map(joinName)
}

/** PostgreSQL text holds neither NUL nor lone surrogates; bodies are kept as bytes and never pass here. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}

function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  // JSON.stringify writes a lone surrogate or a NUL as an escape, which jsonb refuses.
  return json.includes('\\u')
    ? JSON.stringify(value, (_, part) => (typeof part === 'string' ? storable(part) : part))
    : json
}
