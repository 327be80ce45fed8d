import { Client } from 'pg'
import { v7 } from 'uuid'
import { layOut } from '@/lib/ingest/batch'
import { RECORD_SQL } from '@/lib/ingest/record.sql'
import type { DeliveryRow } from '@/lib/ingest/row'
import type { Secret, Verdict } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'
import { type LoadedSource, loadSources } from '@/lib/sources/load'
import { createVault } from '@/lib/vault/vault'
import { query } from '../database'
import { MASTER_SECRET } from '../process/fill'
import { BENCH_SECRET } from '../requests'
import { life, type Sent } from './life'

const FORGER: Secret = { id: 'forger', value: 'not-the-secret-of-any-source' }
const AT_ONCE = 250
/** Events for each order, by which the shop is made. */
export const EVENTS_PER_ORDER = 10

/**
 * Records so many events, with the very statement and readings of ingestion but many to a commit, and leaves all of them
 * to be joined. The database has one store; every provider gets a source.
 */
export async function fillTimelines(databaseUrl: string, events: number, now: Date): Promise<void> {
  await query(databaseUrl, ...providers.map(({ id }) => sourceSql(id)))
  const client = new Client({ connectionString: databaseUrl, options: '-c synchronous_commit=off' })
  await client.connect()
  try {
    const keys = { vault: createVault(MASTER_SECRET), webhookSecret: () => BENCH_SECRET.value }
    const sources = new Map((await loadSources(client, keys)).map((source) => [source.provider, source]))
    let rows: DeliveryRow[] = []
    let recorded = 0
    const record = async () => {
      if (rows.length === 0) return
      await client.query({ name: 'record', text: RECORD_SQL, values: layOut(rows).parameters })
      await client.query({ name: 'hand over', text: HAND_OVER_SQL })
      rows = []
    }
    await client.query('SET plan_cache_mode = force_generic_plan')
    for (const sent of life(Math.ceil(events / EVENTS_PER_ORDER), now)) {
      if (recorded === events) break
      const source = sources.get(sent.provider.id)
      if (source) rows.push(rowOf(sent, source))
      if (sent.as === 'event') recorded++
      if (rows.length >= AT_ONCE) await record()
    }
    await record()
  } finally {
    await client.end()
  }
}

/** As though their runs had been made: what follows is the joining alone. */
const HAND_OVER_SQL = `WITH done AS (DELETE FROM pending_batch RETURNING id, event_ids)
  INSERT INTO pending_join (event_ids) SELECT event_ids FROM done ORDER BY id`

function sourceSql(provider: string): string {
  return `INSERT INTO source (id, store_id, provider, slug, name)
    SELECT gen_random_uuid(), id, '${provider}', 'default', 'Bench' FROM store ON CONFLICT DO NOTHING`
}

function rowOf(
  { provider, eventType, eventId, occurredAt, arrivesAt, ...sent }: Sent,
  source: LoadedSource,
): DeliveryRow {
  const body = new TextEncoder().encode(sent.body)
  const now = new Date(arrivesAt)
  const secret = sent.as === 'forged' ? FORGER : BENCH_SECRET
  const headers = provider.sign({ eventType, body, secret, now, occurredAt, ...(eventId ? { eventId } : {}) })
  const reading = provider.read({ headers, body })
  const isForged = sent.as === 'forged'
  const verdict: Verdict = isForged
    ? { verdict: 'rejected', reason: 'signature_mismatch', detail: {} }
    : { verdict: provider.goodVerdict, reason: null, detail: {} }
  return {
    ...{
      id: v7({ msecs: arrivesAt }),
      source,
      receivedAt: now,
      path: `/api/webhooks/${provider.id}`,
      remoteAddress: null,
    },
    ...{ headers, headerFingerprints: null, body, bodyBytes: body.length, verdict, status: isForged ? 401 : 200 },
    claims: isForged ? reading : null,
    event: isForged ? null : { id: v7({ msecs: arrivesAt }), reading, dedupeKey: reading.dedupeKey },
  }
}
