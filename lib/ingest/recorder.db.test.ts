import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type PrismaClient } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing'
import { createConnection } from './connection'
import { newId } from './new-id'
import { createRecorder } from './recorder'
import type { DeliveryRow } from './row'

let database: TestDatabase
let prisma: PrismaClient
let sourceId: string
let storeId: string
beforeAll(async () => {
  database = await createTestDatabase()
  prisma = connect(database.url)
  const store = await prisma.store.create({ data: { name: 'Default' } })
  storeId = store.id
  const source = await prisma.source.create({ data: { storeId, provider: 'any', slug: 'default', name: 'Any' } })
  sourceId = source.id
})
afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

function row(key: string, change: Partial<DeliveryRow> & { identifier?: string } = {}): DeliveryRow {
  const { identifier = 'A-1', ...rest } = change
  const reading = {
    eventType: 'thing.happened',
    dedupeKey: key,
    occurredAt: new Date('2026-01-02T03:04:05.678Z'),
    subject: { kind: 'order' as const, label: 'été \ud83d\ude80 "quoted" \\ {braced}' },
    identifiers: [{ scheme: 'order_number' as const, value: identifier }],
    problems: [{ code: 'not_json' as const, message: 'lone \ud800 and \u0000' }],
  }
  return {
    id: newId(),
    source: {
      ...{ id: sourceId, storeId, provider: 'any', slug: 'default', name: 'Any', enabled: true, secrets: [] },
      ...{ toleranceSeconds: 300, maxBodyBytes: 1, rejectedStatus: 401, rejectedKeep: 1, unreadableSecrets: 0 },
    },
    receivedAt: new Date('1969-12-31T23:59:59.999Z'),
    path: '/api/webhooks/any',
    remoteAddress: null,
    headers: [['X-Odd', '{a,"b"}']],
    headerFingerprints: null,
    body: new Uint8Array([0, 255, 10, 34]),
    bodyBytes: 4,
    verdict: { verdict: 'verified', reason: null, detail: {} },
    status: 200,
    claims: null,
    event: { id: newId(), reading, dedupeKey: key },
    ...rest,
  }
}

it('every value comes back as it went in, also where columns are empty or null', async () => {
  const connection = createConnection(database.url)
  const recorded = await createRecorder(connection).record(row('values'))
  await connection.close()
  const event = await prisma.event.findUniqueOrThrow({ where: { id: recorded?.eventId ?? '' } })
  expect(event).toMatchObject({
    subjectLabel: 'été \ud83d\ude80 "quoted" \\ {braced}',
    occurredAt: new Date('2026-01-02T03:04:05.678Z'),
    receivedAt: new Date('1969-12-31T23:59:59.999Z'),
    problems: [{ code: 'not_json', message: 'lone \ufffd and \ufffd' }],
  })
  const delivery = await prisma.delivery.findUniqueOrThrow({ where: { id: event.firstDeliveryId } })
  expect([...delivery.body]).toEqual([0, 255, 10, 34])
  expect(delivery).toMatchObject({ headers: 'X-Odd: {a,"b"}', remoteAddress: null, claims: [] })
})

it('a row that PostgreSQL refuses is told so, and those beside it are recorded', async () => {
  const connection = createConnection(database.url)
  const recorder = createRecorder(connection)
  const rows = [row('before'), row('refused', { identifier: 'nul \u0000' }), row('after')]
  const outcomes = await Promise.allSettled(rows.map((one) => recorder.record(one)))
  await connection.close()
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const kept = await prisma.event.findMany({ where: { dedupeKey: { in: ['before', 'refused', 'after'] } } })
  expect(kept.map(({ dedupeKey }) => dedupeKey).sort()).toEqual(['after', 'before'])
})

it('two recorders that meet the same events at once make each of them once', async () => {
  const connections = [createConnection(database.url), createConnection(database.url)]
  const recorders = connections.map((connection) => createRecorder(connection))
  const keys = Array.from({ length: 40 }, (_, index) => `shared-${index}`)
  const sent = recorders.flatMap((recorder, side) =>
    (side === 0 ? keys : [...keys].reverse()).map((key) => recorder.record(row(key))),
  )
  const recorded = await Promise.all(sent)
  await Promise.all(connections.map((connection) => connection.close()))
  expect(recorded.filter((outcome) => outcome?.repeat)).toHaveLength(40)
  const events = await prisma.event.findMany({ where: { dedupeKey: { startsWith: 'shared-' } } })
  expect(events.map(({ deliveryCount }) => deliveryCount)).toEqual(Array(40).fill(2))
})

it('where the database cannot be reached, everybody who waits is told within seconds', async () => {
  const connection = createConnection('postgresql://postgres@127.0.0.1:9/nowhere')
  const recorder = createRecorder(connection)
  const startedAt = Date.now()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 300 }, (_, index) => recorder.record(row(`lost-${index}`))),
  )
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  expect(Date.now() - startedAt).toBeLessThan(12_000)
  await connection.close()
})
