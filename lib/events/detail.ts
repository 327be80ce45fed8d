import type { Role } from '@/lib/auth/schemas'
import { db, Prisma, type PrismaClient } from '@/lib/db/client'
import { fromHeaderLines } from '@/lib/ingest/header-lines'
import { SCHEMES, type Scheme, splitName } from '@/lib/providers/identifiers'
import { runsOfEvent } from '@/lib/runs/of-event'
import { copiesOf } from './copies'
import { deliveriesOf } from './delivery-detail'
import { jsonText } from './json-text'
import { EVENT_COLUMNS, type EventRowResult, toItem } from './rows'
import type { EventDetail, IdentifierItem } from './schemas'
import { subjectEntities } from './subject-entities'

/**
 * One event as JSON text, or null where there is none of this id. Text, because the payload stands in it exactly as it
 * was sent: a number of twenty digits keeps them, and so does a key that comes twice. `role` is that of who asks.
 */
export async function eventDetail(id: string, role: Role, client: PrismaClient = db()): Promise<string | null> {
  const [row] = await client.$queryRaw<EventRowResult[]>(Prisma.sql`${EVENT_COLUMNS} WHERE t.id = ${id}::uuid`)
  if (!row) return null
  const [event, deliveries, runs, subjects] = await Promise.all([
    client.event.findUniqueOrThrow({
      where: { id },
      select: { dedupeKey: true, firstDeliveryId: true, identifiers: true },
    }),
    deliveriesOf(id, client),
    runsOfEvent(id, role, client),
    subjectEntities([id], client),
  ])
  const copies = await copiesOf(id, runs, client)
  const first = await client.delivery.findUnique({
    where: { id: event.firstDeliveryId },
    select: { body: true, headers: true },
  })
  const detail: Omit<EventDetail, 'payload'> = {
    ...toItem(
      row,
      runs.filter(({ edited }) => edited === null),
      subjects.get(row.id) ?? null,
    ),
    copies,
    dedupeKey: event.dedupeKey,
    identifiers: event.identifiers.map((name) => toIdentifier(name, row.provider)).sort(bySchemeOrder),
    deliveries,
  }
  const payload = first ? jsonText(fromHeaderLines(first.headers), first.body) : null
  return `${JSON.stringify(detail).slice(0, -1)},"payload":${payload ?? 'null'}}`
}

function toIdentifier(name: string, provider: string): IdentifierItem {
  const { scheme, value } = splitName(name)
  const known = SCHEMES[scheme as Scheme]
  return {
    scheme,
    value,
    kind: known?.kind ?? scheme,
    label: known?.label ?? scheme,
    issuer: known?.shared ? null : provider,
  }
}

const SCHEME_ORDER = Object.keys(SCHEMES)

function bySchemeOrder(a: IdentifierItem, b: IdentifierItem): number {
  return SCHEME_ORDER.indexOf(a.scheme) - SCHEME_ORDER.indexOf(b.scheme) || (a.value < b.value ? -1 : 1)
}
