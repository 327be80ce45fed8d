import type { PrismaClient } from '@/lib/db/client'
import { env } from '@/lib/env'
import { findProvider } from '@/lib/providers/registry'
import { sourcePath } from '@/lib/sources/list'
import { readLag } from './lag'
import { type Latest, readLatest } from './latest'
import { readRetries } from './retries'
import type { Patience, RetryForecast, SourcePulse } from './schemas'
import { readShares } from './shares'

const SOURCES_AT_MOST = 50
const NOTHING_REFUSED: RetryForecast = { expected: 0, nextAt: null, fewestLeft: null, givenUp: 0, overdue: 0 }

/** How each source is doing since `from`, by provider and slug, 50 at most; those that are disabled come last. */
export async function readSources(from: Date, now: Date, client: PrismaClient): Promise<SourcePulse[]> {
  const rows = await client.source.findMany({
    include: { secrets: { where: { retiredAt: null }, select: { id: true } } },
    orderBy: [{ enabled: 'desc' }, { provider: 'asc' }, { slug: 'asc' }],
    take: SOURCES_AT_MOST,
  })
  const ids = rows.map(({ id }) => id)
  const [latest, lag, shares] = await Promise.all([
    readLatest(ids, client),
    readLag(ids, client),
    readShares(ids, from, client),
  ])
  return Promise.all(
    rows.map(async ({ id, provider, slug, name, enabled, secrets }) => {
      const none = { value: 0, precision: 'exact' } as const
      return {
        ...{ id, provider, slug, name, path: sourcePath(provider, slug), enabled },
        hasSecret: secrets.length > 0 || (slug === 'default' && env().webhookSecret(provider) !== undefined),
        lastReceivedAt: latest.get(id)?.lastReceivedAt ?? null,
        rhythm: latest.get(id)?.rhythm ?? null,
        patience: await patienceOf(id, provider, latest.get(id), now, client),
        lag: lag.get(id) ?? null,
        accepted: shares.get(id)?.accepted ?? none,
        rejected: shares.get(id)?.rejected ?? none,
      }
    }),
  )
}

async function patienceOf(
  sourceId: string,
  providerId: string,
  latest: Latest | undefined,
  now: Date,
  client: PrismaClient,
): Promise<Patience> {
  const provider = findProvider(providerId)
  return {
    streak: latest?.streak ?? { value: 0, precision: 'exact' },
    limit: provider?.limits.suspendsAfterFailures ?? null,
    reason: latest?.reason ?? null,
    lastDeliveryId: latest?.lastRefusedId ?? null,
    attempts: provider?.limits.attempts ?? 1,
    retries: provider && latest ? await readRetries(sourceId, provider, now, client) : NOTHING_REFUSED,
  }
}
