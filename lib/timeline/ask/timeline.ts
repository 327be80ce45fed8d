import { db, type PrismaClient } from '@/lib/db/client'
import { pillsOf } from '@/lib/runs/pills'
import type { RunPill } from '@/lib/runs/schemas'
import type { Kind } from '../kinds'
import { comparePlaces } from '../mention'
import { messageIn } from '../message'
import { typeTitle } from '../provider-words'
import type { TimelineQuery } from '../query-schemas'
import type { Change, EntityRef, Timeline, TimelineItem } from '../schemas'
import { changesAlong, saidUntil } from './changes-along'
import { readTimelineCursor, type TimelinePlace, timelineCursor } from './cursor'
import type { MentionRow } from './mentions'
import { type LineRow, linesOf } from './page'
import { type PendingEvent, pendingOf, thingOf } from './pending'
import { resolveEntity } from './resolve'
import { type ScopeNaming, scopeOf } from './scope'

type Line = (LineRow & { isNew: false; of: EntityRef }) | (PendingEvent & { isNew: true; of: EntityRef })

/**
 * A page of the timeline of a thing, by its id or any identifier: each event once, in the order in which they occurred,
 * those that were acknowledged a moment ago among them. Six statements, each of them bounded by what is on the page.
 * Throws `not_found`, and `invalid_request` for a cursor that is not of this timeline.
 */
export async function getTimeline(
  kind: Kind,
  idOrIdentifier: string,
  query: TimelineQuery,
  client: PrismaClient = db(),
): Promise<Timeline> {
  const after = query.cursor === undefined ? null : readTimelineCursor(query.order, query.cursor)
  const { id, label, storeId, lastAt } = await resolveEntity(kind, idOrIdentifier, client)
  const scope = await scopeOf({ id, kind, label }, query.scope, client)
  // Before the joined ones: what is joined in between is then seen twice rather than not at all.
  const pending = await pendingOf(storeId, scope, lastAt, client)
  const namingIds = scope.map((naming) => naming.id)
  const joined = await linesOf(namingIds, { order: query.order, after, limit: query.limit + 1 }, client)
  const lines = merge(withThings(joined, pending, scope, id), query.order, after)
  const page = lines.slice(0, query.limit)
  const [changes, runs] = await Promise.all([
    changesOf(page, { id, kind, label }, scope, client),
    pillsOf(
      page.map(({ eventId }) => eventId),
      client,
    ),
  ])
  const changesIn = (line: Line): Change[] => {
    const own = line.of.id === id ? [] : (changes.get(id)?.get(line.eventId) ?? [])
    return [...own.map((change) => ({ ...change, of: kind })), ...(changes.get(line.of.id)?.get(line.eventId) ?? [])]
  }
  const items = page.map((line) => toItem(line, changesIn(line), runs))
  const last = page.at(-1)
  return { items, nextCursor: last && lines.length > query.limit ? timelineCursor(query.order, last) : null }
}

function withThings(
  joined: readonly LineRow[],
  pending: readonly PendingEvent[],
  scope: readonly ScopeNaming[],
  entityId: string,
): Line[] {
  const byNaming = new Map(scope.map(({ id, of }) => [id, of]))
  const known = new Set(joined.map(({ eventId }) => eventId))
  return [
    ...joined.flatMap((line): Line[] => {
      const of = byNaming.get(line.namingId)
      return of ? [{ ...line, of, isNew: false }] : []
    }),
    ...pending.flatMap((event): Line[] => {
      const of = known.has(event.eventId) ? undefined : thingOf(event, scope, entityId)
      return of ? [{ ...event, of, isNew: true }] : []
    }),
  ]
}

function merge(lines: readonly Line[], order: 'asc' | 'desc', after: TimelinePlace | null): Line[] {
  const sign = order === 'asc' ? 1 : -1
  const compare = (a: TimelinePlace, b: TimelinePlace) =>
    sign * (comparePlaces(a, b) || (a.eventId === b.eventId ? 0 : a.eventId < b.eventId ? -1 : 1))
  return lines.filter((line) => after === null || compare(line, after) > 0).sort(compare)
}

/** By thing, then by event: of every thing whose news stand on the page, and of the one whose page it is. */
async function changesOf(
  page: readonly Line[],
  own: EntityRef,
  scope: readonly ScopeNaming[],
  client: PrismaClient,
): Promise<Map<string, Map<string, Change[]>>> {
  const news = page.flatMap(({ isNew, of }) => (isNew ? [] : [of]))
  if (news.length === 0) return new Map()
  const things = new Map([own, ...news].map(({ id, kind }) => [id, kind]))
  const namings = new Map(scope.filter(({ of }) => things.has(of.id)).map(({ id, of }) => [id, of.id]))
  const untilMs = Math.max(0, ...page.map(({ at }) => at))
  const said = await saidUntil([...namings.keys()], { untilMs, limit: page.length }, client)
  const saidOf = new Map<string, MentionRow[]>([...things.keys()].map((id) => [id, []]))
  for (const mention of said) saidOf.get(namings.get(mention.namingId) ?? '')?.push(mention)
  return new Map([...things].map(([id, kind]) => [id, changesAlong(kind, saidOf.get(id) ?? [])]))
}

function toItem(line: Line, changes: Change[], runs: ReadonlyMap<string, RunPill[]>): TimelineItem {
  const { eventId, provider, type, isTimeKnown, deliveryCount, of, isNew } = line
  return {
    ...{ eventId, provider, type, title: typeTitle(provider, type), isTimeKnown, deliveryCount, of, isNew, changes },
    occurredAt: new Date(line.at).toISOString(),
    receivedAt: new Date(line.receivedAt).toISOString(),
    state: line.isNew ? null : stateIn(line.set),
    message: line.isNew ? null : messageIn(line.set),
    runs: runs.get(eventId) ?? [],
  }
}

function stateIn(set: object | null): string | null {
  return set !== null && 'state' in set && typeof set.state === 'string' ? set.state : null
}
