import type { PoolClient } from 'pg'
import { newId } from '@/lib/ingest/new-id'
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

/** With which entities a naming begins that takes the place of another. */
export type Beginning = Pick<StoredNaming, 'entityId' | 'firstEntityId'>

/**
 * Finds the namings that new mentions hang on, and makes those that are missing; of a number there is one for each period. A
 * new naming begins as `beginningOf` tells, since it takes the place of another, or else with an entity of its own.
 */
export async function hang(
  client: PoolClient,
  mentions: readonly NewMention[],
  beginningOf: (mention: NewMention) => Beginning | undefined,
): Promise<Hanging> {
  const byKey = groupBy(mentions, ({ key }) => key)
  const wanted = [...byKey.values()].flatMap(([first]) => (first ? [{ storeId: first.storeId, ...first.thing }] : []))
  const known = groupBy(await findNamings(client, wanted), (naming) => namingKey(naming.storeId, naming))
  const hanging: Hanging = { namingOf: new Map(), made: [], grown: [], bridged: [] }
  for (const [key, group] of byKey) {
    const namings = known.get(key) ?? []
    const isForAPeriod = areForAPeriod(group[0]?.thing.names ?? [])
    for (const run of isForAPeriod ? periods(namings, group) : [wholeRun(namings, group)]) {
      place(run, group, namings, hanging, beginningOf)
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
  const firstAt = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return {
    ids: namings.slice(0, 1).map(({ id }) => id),
    firstAt,
    lastAt: times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  }
}

function place(
  run: Run,
  group: readonly NewMention[],
  namings: readonly StoredNaming[],
  { namingOf, made, grown, bridged }: Hanging,
  beginningOf: (mention: NewMention) => Beginning | undefined,
): void {
  const inside = group.filter(({ at }) => at >= run.firstAt && at <= run.lastAt)
  const [first] = inside
  if (!first) return
  const { storeId, thing } = first
  const [into, ...others] = run.ids.flatMap((id) => namings.find((naming) => naming.id === id) ?? [])
  const naming: StoredNaming = into ?? {
    ...{ id: '', storeId, kind: thing.kind, names: [...thing.names] },
    ...{ firstAt: run.firstAt, lastAt: run.lastAt, mentions: inside.length },
    ...(firstOf(inside, beginningOf) ?? beginNew()),
  }
  if (into) grown.push({ naming, firstAt: run.firstAt, lastAt: run.lastAt, added: inside.length })
  else made.push(naming)
  for (const from of others) bridged.push({ from, into: naming })
  for (const mention of inside) namingOf.set(mention, naming)
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function beginNew(): Beginning {
  const entityId = newId()
  return { entityId, firstEntityId: entityId }
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
