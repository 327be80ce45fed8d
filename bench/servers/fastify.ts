import Fastify from 'fastify'
import pg from 'pg'
import { v7 } from 'uuid'
import { databaseUrl } from '@/lib/db/client'
import { toHeaderLines } from '@/lib/ingest/header-lines'
import { joinName } from '@/lib/providers/identifiers'
import { BENCH_SECRET, signingProvider } from '../requests'
import { listen } from './listen'

/** Comparator (b): the same checks and the same rows, in one transaction a request. */
const provider = signingProvider()
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 20 })
const { rows } = await pool.query('SELECT id, store_id FROM source WHERE provider = $1', [provider.id])
const source = rows[0]

const app = Fastify({ logger: false })
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.post('/', async (request, reply) => {
  const body = request.body as Buffer
  const headers: [string, string][] = []
  for (let index = 0; index < request.raw.rawHeaders.length; index += 2) {
    headers.push([request.raw.rawHeaders[index] ?? '', request.raw.rawHeaders[index + 1] ?? ''])
  }
  const now = new Date()
  const verdict = provider.verify({ headers, body, secrets: [BENCH_SECRET], now, toleranceSeconds: 300 })
  if (verdict.verdict !== 'verified') return reply.code(401).send({ reason: verdict.reason })
  const reading = provider.read({ headers, body })
  const deliveryId = v7()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const event = await client.query({
      name: 'event',
      text: `INSERT INTO event AS e (id, source_id, provider, type, dedupe_key, first_delivery_id, verdict, occurred_at,
          received_at, last_received_at, subject_kind, subject_label, identifiers)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)
        ON CONFLICT (source_id, dedupe_key) DO UPDATE SET delivery_count = e.delivery_count + 1
        RETURNING id`,
      values: [
        v7(),
        source.id,
        provider.id,
        reading.eventType,
        reading.dedupeKey,
        deliveryId,
        verdict.verdict,
        reading.occurredAt,
        now,
        reading.subject?.kind,
        reading.subject?.label,
        reading.identifiers.map(joinName),
      ],
    })
    const eventId = event.rows[0].id
    for (const identifier of reading.identifiers) {
      await client.query({
        name: 'identifier',
        text: 'INSERT INTO event_identifier (key, event_id) VALUES (identifier_key($1, $2), $3)',
        values: [source.store_id, joinName(identifier), eventId],
      })
    }
    await client.query({
      name: 'delivery',
      text: `INSERT INTO delivery (id, source_id, event_id, received_at, path, headers, body, body_bytes, remote_address,
          verdict, verdict_detail, status) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 200)`,
      values: [
        deliveryId,
        source.id,
        eventId,
        now,
        request.url,
        toHeaderLines(headers),
        body,
        body.byteLength,
        request.ip,
        verdict.verdict,
        JSON.stringify(verdict.detail),
      ],
    })
    await client.query({
      name: 'pending',
      text: 'INSERT INTO pending_batch (event_ids) VALUES ($1)',
      values: [[eventId]],
    })
    await client.query('COMMIT')
    return { status: 'accepted', deliveryId, eventId }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
})
await app.ready()
listen(app.server)
