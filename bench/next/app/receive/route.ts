import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { db } from '@/lib/db/client'
import { toHeaderLines } from '@/lib/ingest/header-lines'
import { joinName } from '@/lib/providers/identifiers'
import { BENCH_SECRET, signingProvider } from '../../../requests'

/** Comparator (c): the same checks and the same rows, as one would write it first: `create` through Prisma for each request. */
const provider = signingProvider()
let source: Promise<{ id: string; storeId: string }> | undefined

export async function POST(request: Request): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer())
  const headers: [string, string][] = [...request.headers]
  const now = new Date()
  const { verdict, detail } = provider.verify({ headers, body, secrets: [BENCH_SECRET], now, toleranceSeconds: 300 })
  if (verdict !== 'verified') return Response.json({ verdict }, { status: 401 })
  const reading = provider.read({ headers, body })
  source ??= db().source.findFirstOrThrow({ where: { provider: provider.id } })
  const { id: sourceId, storeId } = await source
  const [deliveryId, eventId] = [v7(), v7()]
  const names = reading.identifiers.map(joinName)
  const { dedupeKey, eventType: type, occurredAt } = reading
  await db().$transaction([
    db().event.create({
      data: {
        ...{ id: eventId, sourceId, provider: provider.id, type, dedupeKey, verdict, occurredAt },
        ...{ firstDeliveryId: deliveryId, receivedAt: now, lastReceivedAt: now },
        subjectKind: reading.subject?.kind ?? null,
        subjectLabel: reading.subject?.label ?? null,
        identifiers: names,
      },
    }),
    db().eventIdentifier.createMany({
      data: names.map((name) => ({ key: keyOf(storeId, name), eventId })),
    }),
    db().delivery.create({
      data: {
        ...{ id: deliveryId, sourceId, eventId, receivedAt: now, path: '/receive', body, bodyBytes: body.byteLength },
        ...{ headers: toHeaderLines(headers), verdict, verdictDetail: { ...detail }, status: 200 },
      },
    }),
    db().pendingBatch.create({ data: { eventIds: [eventId] } }),
  ])
  return Response.json({ status: 'accepted', deliveryId, eventId })
}

/** A number for a name, as cheap as the database's own. */
function keyOf(storeId: string, name: string): bigint {
  return createHash('md5').update(storeId).update(name).digest().readBigInt64BE()
}
