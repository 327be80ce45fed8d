import { v7 } from 'uuid'
import type { Prisma, PrismaClient } from '@/lib/db/client'
import { handlers } from '@/lib/handlers/registry'
import { providers } from '@/lib/providers/registry'

/** The name of a handler that runs once for each event, for tests. */
export const ONCE = handlers.find(({ perDestination }) => !perDestination)?.name ?? ''
/** The name of a handler that runs once for each destination, for tests. */
export const EACH = handlers.find(({ perDestination }) => perDestination)?.name ?? ''

/** Writes an event with its delivery, straight into the tables, and answers its id. */
export async function seedEvent(client: PrismaClient, change: Partial<Prisma.EventCreateInput> = {}): Promise<string> {
  const provider = providers[0]
  const [id, firstDeliveryId, receivedAt] = [v7(), v7(), new Date()]
  const sourceId = await seedSource(client, provider?.id ?? '')
  await client.event.create({
    data: {
      ...{ id, sourceId, provider: provider?.id ?? '', type: 'order.created', dedupeKey: id, firstDeliveryId },
      ...{ verdict: 'verified', receivedAt, lastReceivedAt: receivedAt, ...change },
    },
  })
  const body = new TextEncoder().encode('{"a":1}')
  await client.delivery.create({
    data: {
      ...{ id: firstDeliveryId, sourceId, eventId: id, receivedAt, path: '/', headers: '', body },
      ...{ bodyBytes: body.length, verdict: 'verified', verdictDetail: {}, status: 200, claims: [] },
    },
  })
  return id
}

async function seedSource(client: PrismaClient, provider: string): Promise<string> {
  const known = await client.source.findFirst({ where: { provider } })
  if (known) return known.id
  const store = await seedStore(client)
  return (await client.source.create({ data: { storeId: store, provider, slug: 'default', name: 'Default' } })).id
}

async function seedStore(client: PrismaClient): Promise<string> {
  return (await client.store.findFirst())?.id ?? (await client.store.create({ data: { name: 'Default' } })).id
}

/** Writes a destination and answers its id. */
export async function seedDestination(client: PrismaClient, name: string): Promise<string> {
  const { id } = await client.destination.create({
    data: {
      ...{ storeId: await seedStore(client), name, url: 'http://127.0.0.1:9/', timeoutMs: 1_000 },
      ...{ secret: new Uint8Array(), secretHint: '' },
    },
  })
  return id
}

/** Writes a run of an event, of the handler that runs once unless told otherwise, and answers its id. */
export async function seedRun(
  client: PrismaClient,
  eventId: string,
  change: Partial<Prisma.RunUncheckedCreateInput> = {},
): Promise<string> {
  const id = v7()
  const handler = change.handler ?? (change.destinationId ? EACH : ONCE)
  const target = change.destinationId ? `${handler}:${change.destinationId}` : handler
  const event = await client.event.findUniqueOrThrow({ where: { id: eventId } })
  await client.run.create({
    data: {
      id,
      eventId,
      eventType: event.type,
      target,
      handler,
      occurredAt: new Date(),
      status: 'succeeded',
      ...change,
    },
  })
  return id
}

/** Writes an attempt of a run and answers its id. */
export async function seedAttempt(
  client: PrismaClient,
  runId: string,
  change: Partial<Prisma.AttemptCreateInput> = {},
): Promise<string> {
  const { target } = await client.run.findUniqueOrThrow({ where: { id: runId } })
  const id = v7()
  const number = (await client.attempt.count({ where: { runId } })) + 1
  const data = { id, runId, target, number, trigger: 'automatic', worker: 'w', startedAt: new Date(), ...change }
  await client.attempt.create({ data: { durationMs: 10, outcome: 'succeeded', ...data } })
  return id
}

/** Writes a changed copy of an event and answers its id. */
export async function seedCopy(client: PrismaClient, eventId: string, body = '{"a":2}'): Promise<string> {
  const id = v7()
  const bytes = new TextEncoder().encode(body)
  await client.eventCopy.create({ data: { id, eventId, body: bytes, actor: 'user:ayu@example.com', reason: 'a test' } })
  return id
}
