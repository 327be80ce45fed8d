import { Prisma, type PrismaClient } from '@/lib/db/client'
import { SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import type { Kind } from '../kinds'
import { entityName, identifierOf, joining } from '../names'
import type { RejectedItem } from '../schemas'
import { schemesOf } from './candidates'
import type { NamingRow } from './namings'
import { storesWithout } from './settings'

const DAY_MS = 24 * 60 * 60 * 1000
/** A number that is given anew names something else by then. */
const PERIOD_MS = 180 * DAY_MS
const MOST = 200
const LATEST = 1000

interface Row {
  id: string
  provider: string
  storeId: string
  claimedType: string | null
  reason: string | null
  receivedAt: Date
  claims: string[]
}

/**
 * The rejected deliveries that claim to be about what these namings name, by entity, the latest first: at most 200
 * altogether. They prove nothing and are never part of a timeline. None where the store has switched the rule off.
 */
export async function rejectedOf(
  namings: readonly NamingRow[],
  client: PrismaClient,
): Promise<Map<string, RejectedItem[]>> {
  const byEntity = new Map<string, RejectedItem[]>()
  const names = [...new Set(namings.flatMap((naming) => naming.names))]
  if (names.length === 0) return byEntity
  const rows = await findRejected(names.map(identifierOf), client)
  const off = rows.length > 0 ? await storesWithout('rejected_delivery', client) : []
  for (const row of rows) {
    if (off.includes(row.storeId)) continue
    const claimed = new Set(row.claims.map((claim) => entityName(claim, row.provider)))
    const meant = namings.filter((naming) => naming.storeId === row.storeId && isMeant(naming, claimed, row.receivedAt))
    for (const entityId of new Set(meant.map((naming) => naming.entityId))) {
      byEntity.set(entityId, [...(byEntity.get(entityId) ?? []), toItem(row)])
    }
  }
  return byEntity
}

/** MATERIALIZED: what is claimed is found by its index before anything is sorted. */
function findRejected(identifiers: readonly string[], client: PrismaClient): Promise<Row[]> {
  return client.$queryRaw<Row[]>(Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT id, source_id, claimed_type, reason, received_at, claims FROM delivery
      WHERE verdict = 'rejected' AND claims && ${identifiers}::text[])
    SELECT d.id, s.provider, s.store_id AS "storeId", d.claimed_type AS "claimedType", d.reason,
      d.received_at AS "receivedAt", d.claims
    FROM found d JOIN source s ON s.id = d.source_id ORDER BY d.id DESC LIMIT ${MOST}`)
}

function isMeant({ names, firstAt, lastAt }: NamingRow, claimed: ReadonlySet<string>, at: Date): boolean {
  const isNear = firstAt.getTime() - PERIOD_MS < at.getTime() && at.getTime() < lastAt.getTime() + PERIOD_MS
  return names.some((name) => claimed.has(name) && (isNear || !joining(name).forAPeriod))
}

function toItem({ id, provider, claimedType, reason, receivedAt }: Row): RejectedItem {
  return { deliveryId: id, provider, claimedType, reason, receivedAt: receivedAt.toISOString() }
}

/** The things of a kind that the latest 1,000 rejected deliveries claim to be about. */
export async function claimedEntities(kind: Kind, client: PrismaClient): Promise<string[]> {
  const schemes = schemesOf([kind])
  const [own, periodic] = [schemes.filter(isOwn), schemes.filter(isForAPeriod)]
  const off = await storesWithout('rejected_delivery', client)
  const rows = await client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT n.entity_id AS id
    FROM (
      SELECT d.claims, d.received_at, s.store_id, s.provider FROM delivery d JOIN source s ON s.id = d.source_id
      WHERE d.event_id IS NULL AND s.store_id <> ALL(${off}::uuid[])
      ORDER BY d.id DESC LIMIT ${LATEST}) d
    CROSS JOIN LATERAL (
      SELECT claim, split_part(claim, ':', 1) AS scheme FROM unnest(d.claims) AS c(claim)) c
    CROSS JOIN LATERAL (
      SELECT CASE WHEN c.scheme = ANY(${own}::text[])
        THEN c.scheme || '@' || d.provider || substr(c.claim, length(c.scheme) + 1) ELSE c.claim END AS name) x
    CROSS JOIN LATERAL (
      SELECT naming_id FROM naming_name WHERE store_id = d.store_id AND name = x.name
      ORDER BY naming_id DESC LIMIT 20) k
    CROSS JOIN LATERAL (SELECT entity_id, first_at, last_at FROM naming WHERE id = k.naming_id OFFSET 0) n
    WHERE c.scheme = ANY(${schemes}::text[]) AND (c.scheme <> ALL(${periodic}::text[])
      OR d.received_at BETWEEN n.first_at - interval '180 days' AND n.last_at + interval '180 days')`)
  return rows.map(({ id }) => id)
}

function isOwn(scheme: Scheme): boolean {
  return !SCHEMES[scheme].shared
}

function isForAPeriod(scheme: Scheme): boolean {
  return joining(`${scheme}:`).forAPeriod
}
