import type { ExportRow } from './row'

/** A row to be exported, as a test wants it. */
export function exportRow(over: Partial<ExportRow>): ExportRow {
  return {
    ...{ kind: 'event', id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a11', provider: 'someone', type: 'order.created' },
    source: { id: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a12', slug: 'default', name: 'Default' },
    subject: { kind: 'order', label: '1001', entity: null },
    ...{ verdict: 'verified', reason: null, occurredAt: null },
    ...{ receivedAt: '2026-11-21T09:30:00.000Z', lastReceivedAt: '2026-11-21T09:30:00.000Z', deliveryCount: 1 },
    ...{ problems: [], runs: [], dedupeKey: 'evt_1', deliveryId: '019d3f0e-7c1b-7d2a-9a43-5f0e8c2b6a13' },
    ...{ identifiers: [{ scheme: 'order_number', value: '1001' }], claims: [] },
    ...{ headers: [['content-type', 'application/json']], body: new TextEncoder().encode('{"a":1}') },
    ...over,
  }
}
