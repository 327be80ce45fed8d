import type { PoolClient } from 'pg'
import { newId } from '@/lib/ingest/new-id'
import type { Kind } from '../kinds'
import { type NewMention, namingKey } from './derive'
import { findNamings, insertNamings, newNamingIds, type StoredNaming } from './namings'
import { areForAPeriod, layRuns, type Run } from './periods'

/** Where mentions are to hang. */
export interface Hanging {
  namingOf: Map<NewMention, StoredNaming>
  made: StoredNaming[]
  /** Those that were there: how far they reach now, and how many mentions more they have. */
  grown: { naming: StoredNaming; firstAt: number; lastAt: number; added: number }[]
  /** Periods that turned out to be one: the mentions of `from` belong to `into`. */
  bridged: { from: StoredNaming; into: StoredNaming }[]
}

/**
 * Finds the namings that new mentions hang on, and makes those that are missing; of a number there is one for each period. A
 * new naming begins with the entity that `entityFor` tells, since it takes the place of another, or else with one of its own.
 */
export async function hang(
  client: PoolClient,
  mentions: readonly NewMention[],
  entityFor: (eventId: string, kind: Kind) => string | undefined,
): Promise<Hanging> {
  const byKey = groupBy(mentions, ({ key }) => key)
  const wanted = [...byKey.values()].flatMap(([first]) => (first ? [{ storeId: first.storeId, ...first.thing }] : []))
  const known = groupBy(await findNamings(client, wanted), (naming) => namingKey(naming.storeId, naming))
  const hanging: Hanging = { namingOf: new Map(), made: [], grown: [], bridged: [] }
  for (const [key, group] of byKey) {
    const namings = known.get(key) ?? []
    const isForAPeriod = areForAPeriod(group[0]?.thing.names ?? [])
    for (const run of isForAPeriod ? periods(namings, group) : [wholeRun(namings, group)]) {
      place(run, group, namings, hanging, entityFor)
    }
  }
  const ids = await newNamingIds(client, hanging.made.length)
  for (const [index, naming] of hanging.made.entries()) naming.id = ids[index] ?? ''
  await insertNamings(client, hanging.made)
  return hanging
}

/** The periods that mentions are in. A naming that has lost all its mentions becomes the one of a new period. */
function periods(namings: readonly StoredNaming[], mentions: readonly NewMention[]): Run[] {
  const spare = namings.filter((naming) => naming.mentions === 0).map(({ id }) => id)
  const runs = layRuns(
    namings.filter((naming) => naming.mentions > 0),
    mentions.map(({ at }) => at),
  )
  return runs.map((run) => (run.ids.length > 0 ? run : { ...run, ids: spare.splice(0, 1) }))
}

function wholeRun(namings: readonly StoredNaming[], mentions: readonly NewMention[]): Run {
  const times = mentions.map(({ at }) => at)
  return { ids: namings.slice(0, 1).map(({ id }) => id), firstAt: Math.min(...times), lastAt: Math.max(...times) }
}

function place(
  run: Run,
  group: readonly NewMention[],
  namings: readonly StoredNaming[],
  { namingOf, made, grown, bridged }: Hanging,
  entityFor: (eventId: string, kind: Kind) => string | undefined,
): void {
  const inside = group.filter(({ at }) => at >= run.firstAt && at <= run.lastAt)
  const [first] = inside
  if (!first) return
  const { storeId, thing, eventId } = first
  const [into, ...others] = run.ids.flatMap((id) => namings.find((naming) => naming.id === id) ?? [])
  const naming: StoredNaming = into ?? {
    ...{ id: '', storeId, kind: thing.kind, names: [...thing.names] },
    ...{ firstAt: run.firstAt, lastAt: run.lastAt, mentions: inside.length },
    entityId: entityFor(eventId, thing.kind) ?? newId(),
  }
  if (into) grown.push({ naming, firstAt: run.firstAt, lastAt: run.lastAt, added: inside.length })
  else made.push(naming)
  bridged.push(...others.map((from) => ({ from, into: naming })))
  for (const mention of inside) namingOf.set(mention, naming)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
