import { Prisma, type PrismaClient } from '@/lib/db/client'
import { idFloor } from '@/lib/db/id-time'
import { decodeBody } from '@/lib/ingest/decode'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import type { Provider } from '@/lib/providers/provider'
import { forecastRetries } from './forecast'
import { newestOfSource } from './newest-of-source'
import type { RetryForecast } from './schemas'

const DAY_MS = 24 * 60 * 60 * 1000
const LATEST = 100
const BODY_BYTES = 64 * 1024

/**
 * What a source refused within a day and when it should come again: of its latest 100 refused deliveries, those of which
 * more than the head was kept and no more than 64 KB. A refused delivery proves nothing: where a stranger sent it, it
 * will not come again.
 */
export async function readRetries(
  sourceId: string,
  provider: Provider,
  now: Date,
  client: PrismaClient,
): Promise<RetryForecast> {
  const kept = Prisma.sql`
    event_id IS NULL AND status NOT BETWEEN 200 AND 299 AND octet_length(body) <= ${BODY_BYTES} AND octet_length(body) = body_bytes`
  const from = idFloor(new Date(now.getTime() - DAY_MS))
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT received_at AS "receivedAt", headers, body FROM delivery
    ${newestOfSource(Prisma.sql`${sourceId}::uuid`, { further: kept, from })} LIMIT ${LATEST}`)
  const refused = rows.map(({ receivedAt, headers, body }) => ({
    receivedAt,
    dedupeKey: keyOf(provider, headers, body),
  }))
  return forecastRetries(refused, await acceptedOf(sourceId, refused, client), provider.limits, now)
}

interface Row {
  receivedAt: Date
  headers: string
  body: Uint8Array
}

function keyOf(provider: Provider, lines: string, body: Uint8Array): string {
  const headers = fromHeaderLines(lines)
  return provider.read({ headers, body: decodeBody(headers, body).bytes }).dedupeKey
}

/** An event that came while no secret was set is kept under a key of its own. */
async function acceptedOf(
  sourceId: string,
  refused: readonly { dedupeKey: string }[],
  client: PrismaClient,
): Promise<Set<string>> {
  const keys = [...new Set(refused.map(({ dedupeKey }) => dedupeKey))]
  if (keys.length === 0) return new Set()
  const events = await client.event.findMany({
    where: { sourceId, dedupeKey: { in: keys.flatMap((key) => [key, `${UNCHECKED}${key}`]) } },
    select: { dedupeKey: true },
  })
  return new Set(events.map(({ dedupeKey }) => dedupeKey.replace(UNCHECKED, '')))
}

const UNCHECKED = 'unchecked:'
