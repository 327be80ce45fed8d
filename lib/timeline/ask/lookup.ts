import { db, type PrismaClient } from '@/lib/db/client'
import { isUuid } from '@/lib/events/conditions'
import { isStorable } from '@/lib/providers/storable'
import { KIND_NAMES, KINDS } from '../kinds'
import { identifierOf, readName } from '../names'
import type { Lookup, LookupItem, LookupQuery } from '../schemas'
import { beginnings, exactNames } from './candidates'
import { beginningSql, namedSql } from './find-named'
import { entitiesSql, exactSql, type LookupRow } from './lookup-sql'
import { inWords, providerLabel, schemeLabel, typeTitle } from './words-of-name'

const SHORTEST_BEGINNING = 3

/**
 * What a person may mean by what they pasted: things by any identifier of any provider, events by our id or the provider's,
 * deliveries by id; where nothing is exactly that, things whose identifiers begin with it (from 3 characters on). The
 * latest news first. One statement, or two.
 */
export async function lookUp({ q, limit }: LookupQuery, client: PrismaClient = db()): Promise<Lookup> {
  const text = q.trim()
  if (!isStorable(text)) return { items: [] }
  const names = exactNames(text, KIND_NAMES)
  const id = isUuid(text) ? text.toLowerCase() : null
  const identifiers = [...new Set(names.map(identifierOf))]
  const rows = await client.$queryRaw<LookupRow[]>(exactSql({ named: namedSql(names), identifiers, id, text, limit }))
  if (rows.length > 0) return { items: toItems(rows, limit) }
  const ranges = text.length >= SHORTEST_BEGINNING ? beginnings(text, KIND_NAMES) : []
  if (ranges.length === 0) return { items: [] }
  const begun = await client.$queryRaw<LookupRow[]>(entitiesSql(beginningSql(ranges, limit), limit))
  return { items: toItems(begun, limit) }
}

/** Each thing once. Where several stores are meant, each says of which it is. */
function toItems(rows: readonly LookupRow[], limit: number): LookupItem[] {
  const once = [...new Map(rows.toReversed().map((row) => [`${row.kind} ${row.id}`, row])).values()].reverse()
  const isOneStore = new Set(once.map(({ store }) => store)).size === 1
  return once.slice(0, limit).map((row) => {
    const matched = isOneStore ? matchedInWords(row) : `${matchedInWords(row)}, ${row.store}`
    return { kind: row.kind, id: row.id, label: labelOf(row), matched, path: pathOf(row) }
  })
}

function labelOf({ kind, label, provider, type }: LookupRow): string {
  if (kind !== 'event' && kind !== 'delivery') return label ?? ''
  const what = type === null ? `Delivery of ${providerLabel(provider ?? '')}` : typeTitle(provider ?? '', type)
  return label === null ? what : `${what}: ${label}`
}

function matchedInWords({ kind, matched, name, provider }: LookupRow): string {
  if (matched === 'id')
    return kind === 'event' ? 'Event id' : kind === 'delivery' ? 'Delivery id' : `${KINDS[kind].one}`
  if (matched === 'dedupe_key') return `Event id at ${providerLabel(provider ?? '')}`
  if (matched === 'pending') return `Just arrived: names ${inWords(name ?? '')}`
  const { scheme, issuer, value } = readName(name ?? '')
  const words = `${schemeLabel(scheme)} ${value}`
  return issuer === null ? words : `${words} at ${providerLabel(issuer)}`
}

function pathOf({ kind, id }: LookupRow): string {
  if (kind === 'event') return `/events/${id}`
  return kind === 'delivery' ? `/deliveries/${id}` : `/${KINDS[kind].path}/${id}`
}
