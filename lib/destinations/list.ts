import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { noDestination } from './lock'
import { type DestinationItem, MASKED_VALUE } from './schemas'

/** Every destination that is not deleted, by name; its secrets and the values of its headers are not in it. */
export async function listDestinations(client: PrismaClient = db()): Promise<DestinationItem[]> {
  const rows = await client.destination.findMany({
    where: { deletedAt: null },
    omit: SECRETS,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toItem)
}

/** One destination. Throws `not_found`. */
export async function getDestination(id: string, client: PrismaClient = db()): Promise<DestinationItem> {
  const row = await client.destination.findUnique({ where: { id, deletedAt: null }, omit: SECRETS })
  if (!row) throw noDestination(id)
  return toItem(row)
}

const SECRETS = { secret: true, headers: true } as const satisfies Prisma.DestinationOmit

function toItem(row: Prisma.DestinationGetPayload<{ omit: typeof SECRETS }>): DestinationItem {
  const { id, name, url, providers, eventTypes, forwardHeaders, timeoutMs, ratePerSecond, enabled, secretHint } = row
  return {
    ...{
      id,
      name,
      url,
      providers,
      sources: row.sourceIds,
      eventTypes,
      forwardHeaders,
      timeoutMs,
      ratePerSecond,
      enabled,
    },
    headers: Object.fromEntries(row.headerNames.map((header) => [header, MASKED_VALUE])),
    disabledReason: row.disabledReason === 'gone' ? 'gone' : null,
    secretHint,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
