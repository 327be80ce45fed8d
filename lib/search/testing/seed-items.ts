import { v7 } from 'uuid'
import { Prisma, type PrismaClient } from '@/lib/db/client'
import { splitName } from '@/lib/providers/identifiers'
import { providers } from '@/lib/providers/registry'
import { EACH, ONCE, seedDestination } from '@/lib/runs/testing'
import { contentOf } from '../content'
import { makeItems, type World } from './make-items'
import type { ScanItem } from './plain-scan'

/** A database full of items. */
export interface SeededItems extends World {
  items: ScanItem[]
}

/** Fills a database with what `makeItems` makes, and indexes it in no order of time. For tests. */
export async function seedItems(client: PrismaClient, now: Date): Promise<SeededItems> {
  const world = { sources: await seedSources(client), targets: await seedTargets(client), now }
  const items = makeItems(world)
  const events = items.filter(({ kind }) => kind === 'event')
  await client.event.createMany({ data: events.map(eventRow) })
  await client.delivery.createMany({ data: items.flatMap(deliveryRows) })
  const copies = new Map(events.map(({ id }) => [id, v7()]))
  await client.eventCopy.createMany({
    data: [...copies].map(([eventId, id]) => ({ id, eventId, body: new Uint8Array(), actor: 'test', reason: 'test' })),
  })
  await client.run.createMany({ data: events.flatMap((item) => runRows(item, copies.get(item.id) ?? '')) })
  await client.$executeRaw`
    INSERT INTO event_identifier (key, event_id)
    SELECT DISTINCT identifier_key(s.store_id, n.name), e.id
    FROM event e JOIN source s ON s.id = e.source_id, unnest(e.identifiers) AS n(name)`
  for (const item of [...items].sort((a, b) => (a.id.slice(-6) < b.id.slice(-6) ? 1 : -1)))
    await indexItem(client, item)
  return { ...world, items }
}

/** Makes the search entry of an item, as the worker would. For tests. */
export async function indexItem(client: PrismaClient, item: ScanItem): Promise<void> {
  const values = item.names.map((name) => splitName(name).value)
  const names = [...new Set([...values, ...(item.dedupeKey === null ? [] : [item.dedupeKey]), item.id])]
  const { text, doc } = contentOf(item.body, names)
  await indexEntry(client, item.id, text, doc)
}

/** Makes a search entry. For tests. */
export async function indexEntry(
  client: PrismaClient,
  id: string,
  text: string,
  doc: string | null = null,
): Promise<void> {
  await client.$executeRaw`INSERT INTO search_entry (id, text, doc) VALUES (${id}::uuid, ${text}, ${doc}::jsonb)`
}

async function seedSources(client: PrismaClient): Promise<World['sources']> {
  const store = await client.store.create({ data: { name: 'Default' } })
  const rows = providers.flatMap(({ id }) =>
    ['default', `${id}-two`].map((slug) => ({ provider: id, slug, name: slug })),
  )
  return client.source.createManyAndReturn({ data: rows.map((row) => ({ ...row, storeId: store.id })) })
}

async function seedTargets(client: PrismaClient): Promise<string[]> {
  const destinations = [await seedDestination(client, 'A'), await seedDestination(client, 'B')]
  return [ONCE, ...destinations.map((id) => `${EACH}:${id}`)]
}

function eventRow(item: ScanItem): Prisma.EventCreateManyInput {
  const { id, sourceId, provider, type, dedupeKey, deliveryCount, verdict, occurredAt, receivedAt, names } = item
  return {
    ...{ id, sourceId, provider, type: type ?? '', dedupeKey: dedupeKey ?? '', deliveryCount, verdict, occurredAt },
    ...{ receivedAt, lastReceivedAt: receivedAt, identifiers: [...names], firstDeliveryId: item.deliveryIds[0] ?? '' },
    problems: item.problemCodes.length > 0 ? item.problemCodes.map((code) => ({ code, message: '' })) : Prisma.DbNull,
  }
}

function deliveryRows(item: ScanItem): Prisma.DeliveryCreateManyInput[] {
  const { sourceId, receivedAt, verdict, reason, body } = item
  const isRejected = item.kind === 'rejected'
  return item.deliveryIds.map((id) => ({
    ...{ id, sourceId, receivedAt, verdict, reason, body: new Uint8Array(body), bodyBytes: body.length },
    ...{ path: '/', headers: '', verdictDetail: {}, status: isRejected ? 401 : 200 },
    ...{ eventId: isRejected ? null : item.id, claimedType: isRejected ? item.type : null },
    claims: isRejected ? [...item.names] : [],
  }))
}

function runRows({ id, type, runs, receivedAt }: ScanItem, copyId: string): Prisma.RunCreateManyInput[] {
  return runs.map(({ handler, target, status, failureGroup, copy }) => ({
    ...{ id: v7(), eventId: id, eventType: type ?? '', handler, target, status, failureGroup, occurredAt: receivedAt },
    ...{ copyId: copy ? copyId : null, destinationId: target.split(':')[1] ?? null },
  }))
}
