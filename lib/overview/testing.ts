import { v7 } from 'uuid'
import type { Prisma, PrismaClient } from '@/lib/db/client'
import { providers } from '@/lib/providers/registry'

let sequence = 0

/** An id that was made at `at`; those of one moment sort as they were made. */
export function idAt(at: Date): string {
  sequence += 1
  return v7({ msecs: at.getTime(), seq: sequence })
}

/** Writes a source of the first provider and answers its id. */
export async function seedSource(client: PrismaClient, slug: string): Promise<string> {
  const store = (await client.store.findFirst()) ?? (await client.store.create({ data: { name: 'Shop' } }))
  const provider = providers[0]?.id ?? ''
  const { id } = await client.source.create({ data: { storeId: store.id, provider, slug, name: slug } })
  return id
}

interface SeedDelivery {
  at: Date
  verdict?: 'verified' | 'unchecked' | 'rejected'
  status?: number
  reason?: string
  occurredAt?: Date
  /** Of which event it is a repeat. */
  repeats?: string
}

/** Writes a delivery, with its event unless it is rejected or a repeat. Answers the ids of both. */
export async function seedDelivery(
  client: PrismaClient,
  sourceId: string,
  { at, verdict = 'verified', reason, occurredAt, repeats, status = verdict === 'rejected' ? 401 : 200 }: SeedDelivery,
): Promise<{ id: string; eventId: string | null }> {
  const [id, made] = [idAt(at), idAt(at)]
  const eventId = verdict === 'rejected' ? null : (repeats ?? made)
  await client.delivery.create({
    data: {
      ...{
        id,
        sourceId,
        eventId,
        receivedAt: at,
        path: '/',
        headers: '',
        body: new Uint8Array(),
        bodyBytes: 0,
        verdict,
      },
      ...{ reason: reason ?? null, verdictDetail: {}, status, claims: [] },
    },
  })
  if (eventId === made) {
    await client.event.create({
      data: {
        ...{ id: made, sourceId, provider: providers[0]?.id ?? '', type: 'order.created', dedupeKey: made, verdict },
        ...{ firstDeliveryId: id, receivedAt: at, lastReceivedAt: at, occurredAt: occurredAt ?? null },
      },
    })
  }
  return { id, eventId }
}

/** Writes something with findings. */
export async function seedEntity(
  client: PrismaClient,
  kind: string,
  change: Partial<Prisma.EntityUncheckedCreateInput>,
): Promise<void> {
  const { id: storeId } = await client.store.findFirstOrThrow()
  const now = new Date()
  await client.entity.create({
    data: {
      ...{ id: v7(), storeId, kind, label: kind, providers: [], fields: {}, firstAt: now, lastAt: now, lastType: 'x' },
      ...{ mentions: 1, findings: [], ...change },
    },
  })
}
