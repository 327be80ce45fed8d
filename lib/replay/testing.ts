import { Prisma, type PrismaClient } from '@/lib/db/client'
import { defineHandler, type Handler } from '@/lib/handlers/handler'
import { newId } from '@/lib/ingest/new-id'

/** Two handlers and one that runs per destination, none of which does anything: these tests are about who is ordered. */
export const HANDLERS: readonly Handler[] = [
  defineHandler({ name: 'first', title: 'First', on: ['order.*'], run: async () => 'done' }),
  defineHandler({ name: 'second', title: 'Second', on: ['*'], run: async () => 'done' }),
  defineHandler({ name: 'forward', title: 'Forward', on: ['*'], perDestination: true, run: async () => 'sent' }),
]

export interface World {
  storeId: string
  sourceId: string
}

/** A store and its source. */
export async function makeWorld(client: PrismaClient, name = 'Toko'): Promise<World> {
  const store = await client.store.create({ data: { name } })
  const source = await client.source.create({ data: { storeId: store.id, provider: 'kurir', slug: name, name } })
  return { storeId: store.id, sourceId: source.id }
}

export interface EventPlan {
  /** Minutes after a fixed time; the event's id follows its order of making, not this. */
  minute?: number
  order?: string
  type?: string
}

const START_MS = Date.parse('2026-11-01T00:00:00Z')

/** Records one event, about order `order` where given; answers its id. */
export async function addEvent(client: PrismaClient, world: World, plan: EventPlan = {}): Promise<string> {
  const id = newId()
  const occurredAt = new Date(START_MS + (plan.minute ?? 0) * 60_000)
  await client.event.create({
    data: {
      ...{ id, sourceId: world.sourceId, provider: 'kurir', type: plan.type ?? 'order.created', dedupeKey: id },
      ...{
        firstDeliveryId: newId(),
        verdict: 'verified',
        occurredAt,
        receivedAt: new Date(),
        lastReceivedAt: new Date(),
      },
      ...(plan.order
        ? { subjectKind: 'order', subjectLabel: plan.order, identifiers: [`order_number:${plan.order}`] }
        : {}),
    },
  })
  return id
}

/** Gives an event a run of a target as it is after its attempts; answers the run's id. */
export async function addRun(
  client: PrismaClient,
  eventId: string,
  target: string,
  status: string,
  more: Partial<Prisma.RunUncheckedCreateInput> = {},
): Promise<string> {
  const event = await client.event.findUniqueOrThrow({ where: { id: eventId } })
  const [handler = target, destinationId = null] = target.split(':')
  const id = newId()
  await client.run.create({
    data: {
      ...{ id, eventId, eventType: event.type, target, handler, destinationId, status },
      ...{ subject: event.identifiers[0] ?? null, occurredAt: event.occurredAt ?? event.receivedAt },
      ...{ attemptCount: status === 'queued' ? 0 : 1 },
      ...more,
    },
  })
  return id
}

/** Keeps a rejected delivery; answers its id. */
export async function addRejected(client: PrismaClient, world: World): Promise<string> {
  const id = newId()
  await client.delivery.create({
    data: {
      ...{ id, sourceId: world.sourceId, receivedAt: new Date(), path: '/', headers: '', body: new Uint8Array() },
      ...{ bodyBytes: 0, verdict: 'rejected', reason: 'signature_mismatch', verdictDetail: {}, status: 401 },
    },
  })
  return id
}

/** Makes a destination of the forward handler; answers the key of its target. */
export async function addDestination(
  client: PrismaClient,
  world: World,
  more: Partial<Prisma.DestinationUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await client.destination.create({
    data: {
      ...{
        storeId: world.storeId,
        name: 'ERP',
        url: 'https://erp.example/',
        providers: [],
        sourceIds: [],
        eventTypes: [],
      },
      ...{ headerNames: [], forwardHeaders: [], timeoutMs: 1_000, secret: new Uint8Array(), secretHint: '' },
      ...more,
    },
  })
  return `forward:${id}`
}

/** Plays the worker: ends the attempts of these runs that a replay ordered, as the worker's own statements would. */
export async function endRuns(
  client: PrismaClient,
  replayId: string,
  runIds: readonly string[],
  state: 'succeeded' | 'failed' = 'succeeded',
): Promise<void> {
  const message = state === 'failed' ? 'The other side said no.' : null
  await client.$transaction([
    client.$executeRaw(Prisma.sql`
      INSERT INTO attempt (id, run_id, target, number, trigger, replay_id, worker, started_at, duration_ms, outcome, error_message)
      SELECT gen_random_uuid(), id, target, attempt_count + 1, 'replay', ${replayId}::uuid, 'test', now(), 1, ${state}, ${message}
      FROM run WHERE id = ANY(${runIds}::uuid[])`),
    client.$executeRaw(Prisma.sql`
      UPDATE run SET status = ${state}, attempt_count = attempt_count + 1, replay_id = NULL, finished_at = now()
      WHERE id = ANY(${runIds}::uuid[])`),
    client.$executeRaw(Prisma.sql`
      UPDATE replay_item SET state = ${state}
      WHERE replay_id = ${replayId}::uuid AND run_id = ANY(${runIds}::uuid[]) AND state = 'ordered'`),
  ])
}

/** The runs of a replay whose items are in `state`, by position. */
export async function runsIn(client: PrismaClient, replayId: string, state: string): Promise<string[]> {
  const items = await client.replayItem.findMany({ where: { replayId, state }, orderBy: { position: 'asc' } })
  return items.map(({ runId }) => runId)
}

/** The jobs that wait, by their key. */
export async function jobs(client: PrismaClient): Promise<Map<string, Date>> {
  const rows = await client.$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs WHERE key IS NOT NULL`
  return new Map(rows.map(({ key, run_at }) => [key, run_at]))
}
