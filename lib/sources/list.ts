import { v7 as uuidv7 } from 'uuid'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { vault } from '@/lib/vault/vault'
import { openSecret } from './load'
import { ENVIRONMENT_SECRET_ID, type SecretItem, type SourceItem } from './schemas'
import { secretHint } from './secrets'

const DAY_MS = 24 * 60 * 60 * 1000

const WITH_PARTS = {
  store: { select: { id: true, name: true } },
  secrets: { where: { retiredAt: null }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
} as const satisfies Prisma.SourceInclude

type SourceRow = Prisma.SourceGetPayload<{ include: typeof WITH_PARTS }>

/** Every source with its active secrets (never their values) and what came in lately, by provider and slug. */
export async function listSources(now: Date, client: PrismaClient = db()): Promise<SourceItem[]> {
  const rows = await client.source.findMany({ include: WITH_PARTS, orderBy: [{ provider: 'asc' }, { slug: 'asc' }] })
  const traffic = await readTraffic(
    rows.map((row) => row.id),
    now,
    client,
  )
  return rows.map((row) => toItem(row, traffic.get(row.id)))
}

/** One source. Throws `not_found`. */
export async function getSource(id: string, now: Date, client: PrismaClient = db()): Promise<SourceItem> {
  const row = await client.source.findUnique({ where: { id }, include: WITH_PARTS })
  if (!row) throw new JejakError('not_found', say('missing.source', { id }))
  const traffic = await readTraffic([id], now, client)
  return toItem(row, traffic.get(id))
}

interface Traffic {
  sourceId: string
  lastReceivedAt: Date | null
  accepted: number
  rejected: number
}

/** Counts through the indexes on (source, id): ids are UUIDv7, so that a day is a range of them. */
async function readTraffic(ids: string[], now: Date, client: PrismaClient): Promise<Map<string, Traffic>> {
  const dayStart = uuidv7({ msecs: now.getTime() - DAY_MS, seq: 0, random: new Uint8Array(16) })
  const rows = await client.$queryRaw<Traffic[]>`
    SELECT source.id AS "sourceId", accepted.count AS accepted, rejected.count AS rejected,
           greatest(last_event.at, last_rejected.at) AS "lastReceivedAt"
    FROM source
    CROSS JOIN LATERAL (SELECT count(*)::int FROM event WHERE source_id = source.id AND id >= ${dayStart}::uuid) accepted
    CROSS JOIN LATERAL (
      SELECT count(*)::int FROM delivery WHERE source_id = source.id AND event_id IS NULL AND id >= ${dayStart}::uuid
    ) rejected
    LEFT JOIN LATERAL (
      SELECT last_received_at AS at FROM event WHERE source_id = source.id ORDER BY id DESC LIMIT 1
    ) last_event ON true
    LEFT JOIN LATERAL (
      SELECT received_at AS at FROM delivery WHERE source_id = source.id AND event_id IS NULL ORDER BY id DESC LIMIT 1
    ) last_rejected ON true
    WHERE source.id = ANY(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.sourceId, row]))
}

function toItem(row: SourceRow, traffic: Traffic | undefined): SourceItem {
  const { id, provider, slug, name, enabled, toleranceSeconds, maxBodyBytes, store } = row
  const { rejectedStatus, rejectedKeep } = row
  const rejectedDropped = Number(row.rejectedDropped)
  return {
    ...{ id, provider, slug, name, path: sourcePath(provider, slug), enabled, toleranceSeconds, maxBodyBytes },
    ...{ rejectedStatus, rejectedKeep, rejectedDropped, store },
    secrets: [...row.secrets.map(storedSecret), ...environmentSecret(provider, slug)],
    lastReceivedAt: traffic?.lastReceivedAt?.toISOString() ?? null,
    last24h: { accepted: traffic?.accepted ?? 0, rejected: traffic?.rejected ?? 0 },
  }
}

/** Where a source's deliveries are sent to, below the public address. */
export function sourcePath(provider: string, slug: string): string {
  return slug === 'default' ? `/api/webhooks/${provider}` : `/api/webhooks/${provider}/${slug}`
}

function storedSecret({ id, hint, createdAt, ciphertext }: SourceRow['secrets'][number]): SecretItem {
  const readable = openSecret(vault(), ciphertext, id) !== null
  return { id, hint, createdAt: createdAt.toISOString(), origin: 'interface', readable }
}

function environmentSecret(provider: string, slug: string): SecretItem[] {
  const value = slug === 'default' ? env().webhookSecret(provider) : undefined
  if (!value) return []
  return [
    { id: ENVIRONMENT_SECRET_ID, hint: secretHint(value), createdAt: null, origin: 'environment', readable: true },
  ]
}
