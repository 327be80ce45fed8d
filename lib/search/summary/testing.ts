import { v7 } from 'uuid'
import type { PrismaClient } from '@/lib/db/client'
import type { ScanItem } from '../testing/plain-scan'

const DAY_MS = 86_400_000
const TYPES = ['order.created', 'order.shipped', 'awb.generated', 'message.received']
const STATUSES = ['queued', 'running', 'retrying', 'succeeded', 'succeeded', 'failed', 'cancelled']
const WORDS = ['siti', 'jakarta barat', 'say "halo"']
const COURIERS = ['jne', 'sicepat', 'anteraja']
const VERDICTS = ['verified', 'authenticated', 'unchecked']

/** A generator of whole numbers below a bound, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

/**
 * Fills a database with events of the thirty days before `now`, their runs and copies' runs, and rejected deliveries, and answers
 * each as a plain scan takes it. They are the same each time, and so are the samples of them. For tests.
 */
export async function fillItems(
  prisma: PrismaClient,
  counts: { events: number; rejected: number },
  now: Date,
): Promise<ScanItem[]> {
  const random = numbers(7)
  const sources = await prisma.source.findMany({ orderBy: { id: 'asc' } })
  const store = await prisma.store.findFirstOrThrow()
  const destination = await prisma.destination.create({
    data: {
      ...{ storeId: store.id, name: 'Warehouse', url: 'http://127.0.0.1:9/', timeoutMs: 1_000 },
      ...{ secret: new Uint8Array(), secretHint: '' },
    },
  })
  const pick = <T>(values: readonly T[]): T => {
    const value = values[random(values.length)]
    if (value === undefined) throw new Error('there is nothing to pick from')
    return value
  }
  const newItem = (kind: ScanItem['kind']): ScanItem => {
    const receivedAt = new Date(now.getTime() - random(30 * 24 * 60) * 60_000 - 60_000)
    const source = pick(sources)
    const idAt = (msecs: number) => v7({ msecs, random: Uint8Array.from({ length: 16 }, () => random(256)) })
    const id = idAt(receivedAt.getTime() + 1)
    const isRejected = kind === 'rejected'
    const verdict = isRejected ? 'rejected' : pick(VERDICTS)
    return {
      kind,
      id,
      dedupeKey: isRejected ? null : `key-${id}`,
      deliveryIds: [isRejected ? id : idAt(receivedAt.getTime())],
      ...{ provider: source.provider, sourceId: source.id, sourceSlug: source.slug },
      type: random(20) === 0 ? 'item.rare' : pick(TYPES),
      names: [`order_number:${1000 + random(40)}`],
      verdict,
      reason: isRejected ? pick(['signature_mismatch', 'missing_key']) : verdict === 'unchecked' ? 'no_secret' : null,
      receivedAt,
      occurredAt: isRejected ? null : new Date(receivedAt.getTime() - random(DAY_MS)),
      deliveryCount: isRejected ? 1 : 1 + random(3),
      problemCodes: [],
      runs: isRejected ? [] : newRuns(),
      body: Buffer.from(JSON.stringify({ data: { courier: pick(COURIERS), total: random(500), note: pick(WORDS) } })),
    }
  }
  const newRuns = () =>
    ['contract-check', `forward:${destination.id}`].flatMap((target) => {
      const handler = target.split(':')[0] ?? target
      const run = (copy: boolean) => ({ handler, target, copy, ...newStatus() })
      return [...(random(5) === 0 ? [] : [run(false)]), ...(random(9) === 0 ? [run(true)] : [])]
    })
  const newStatus = () => {
    const status = pick(STATUSES)
    return { status, failureGroup: status !== 'succeeded' && random(2) === 0 ? pick(['g1', 'g2']) : null }
  }
  const items = [
    ...Array.from({ length: counts.events }, () => newItem('event')),
    ...Array.from({ length: counts.rejected }, () => newItem('rejected')),
  ]
  await write(prisma, items, store.id)
  return items
}

async function write(prisma: PrismaClient, items: readonly ScanItem[], storeId: string): Promise<void> {
  const events = items.filter(({ kind }) => kind === 'event')
  await prisma.event.createMany({
    data: events.map((item) => ({
      ...{
        id: item.id,
        sourceId: item.sourceId,
        provider: item.provider,
        type: item.type ?? '',
        verdict: item.verdict,
      },
      ...{ dedupeKey: item.dedupeKey ?? '', firstDeliveryId: item.deliveryIds[0] ?? '' },
      ...{ deliveryCount: item.deliveryCount, occurredAt: item.occurredAt, identifiers: [...item.names] },
      ...{ receivedAt: item.receivedAt, lastReceivedAt: item.receivedAt },
    })),
  })
  await prisma.$executeRaw`
    INSERT INTO event_identifier (key, event_id)
    SELECT identifier_key(${storeId}::uuid, name), id FROM event, unnest(identifiers) AS name`
  await prisma.delivery.createMany({
    data: items.map((item) => ({
      ...{ id: item.deliveryIds[0] ?? '', sourceId: item.sourceId, eventId: item.kind === 'event' ? item.id : null },
      ...{ receivedAt: item.receivedAt, path: '/', headers: '', body: Uint8Array.from(item.body) },
      ...{
        bodyBytes: item.body.byteLength,
        verdict: item.verdict,
        reason: item.reason,
        verdictDetail: {},
        status: 200,
      },
      ...(item.kind === 'rejected' ? { claimedType: item.type, claims: [...item.names] } : {}),
    })),
  })
  await prisma.run.createMany({
    data: events.flatMap((item) =>
      item.runs.map(({ handler, target, status, failureGroup, copy }) => ({
        ...{
          id: v7(),
          eventId: item.id,
          eventType: item.type ?? '',
          copyId: copy ? v7() : null,
          occurredAt: item.receivedAt,
        },
        ...{ handler, target, status, failureGroup },
      })),
    ),
  })
  await prisma.pendingIndex.create({ data: { ids: items.map(({ id }) => id) } })
}
