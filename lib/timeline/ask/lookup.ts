import { db, type PrismaClient } from '@/lib/db/client'
import { isUuid } from '@/lib/db/id-time'
import { ENGLISH } from '@/lib/i18n/english'
import { isStorable } from '@/lib/providers/storable'
import { KIND_NAMES, KINDS } from '../kinds'
import { foundLabel, matchWords } from '../match-words'
import { identifierOf } from '../names'
import { providerLabel, typeTitle } from '../provider-words'
import type { LookupQuery } from '../query-schemas'
import type { Lookup, LookupItem } from '../schemas'
import { beginnings, exactNames } from './candidates'
import { beginningSql, namedSql } from './find-named'
import { entitiesSql, exactSql, type LookupRow } from './lookup-sql'

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
  return once.slice(0, limit).map((row) => toItem(row, isOneStore))
}

const CONTEXT = { t: ENGLISH, labelOf: providerLabel, titleOf: typeTitle }

function toItem({ matched: by, ...row }: LookupRow, isOneStore: boolean): LookupItem {
  const { kind, id, label, name, provider, type } = row
  const isOwn = kind === 'event' || kind === 'delivery'
  const said = {
    kind,
    label: label ?? '',
    about: isOwn ? { provider: provider ?? '', type, subject: label } : null,
    match: { by, name, provider, store: isOneStore ? null : row.store },
  }
  const words = { label: foundLabel(said, CONTEXT), matched: matchWords(said, CONTEXT) }
  return { ...said, ...words, id, path: pathOf(row), isNew: by === 'pending' }
}

function pathOf({ kind, id }: Pick<LookupRow, 'kind' | 'id'>): string {
  if (kind === 'event') return `/events/${id}`
  return kind === 'delivery' ? `/deliveries/${id}` : `/${KINDS[kind].path}/${id}`
}
