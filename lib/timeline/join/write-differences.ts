import type { PoolClient } from 'pg'
import type { PlacedMention } from '../mention'
import { joining } from '../names'
import { LONGEST_REST_MS } from '../partition/nodes'
import type { Differences } from './compare'
import { growNamings, pruneNamings, recountNamings } from './counts'
import type { NewMention } from './derive'
import { type Beginning, type Hanging, hang } from './hang'
import { alterMentions, insertMentions, moveMentions } from './mentions'
import type { StoredNaming } from './namings'
import type { Settling } from './settle'
import { shrink } from './shrink'
import type { StoredMention } from './stored-mentions'
import { deriveTiesOf, withdrawTies, writeTies } from './ties'

const DAY_MS = 86_400_000

/** A period that is part of another one now. */
export type Bridge = Hanging['bridged'][number]

export interface Written {
  /** By naming. */
  added: Map<string, PlacedMention[]>
  /** By event and naming's key: where each mention that was added, or stood before, hangs or hung. */
  namingIdOf: (eventId: string, key: string) => string | undefined
  /** Namings to which more happened than that mentions were added. */
  rewritten: string[]
  bridges: Bridge[]
  /** What has to be partitioned again. */
  settling: Settling
}

/** Writes mentions, namings and ties so that they say what events say. Needs the lock of timelines. */
export async function writeDifferences(
  client: PoolClient,
  differences: Differences,
  stored: readonly StoredMention[],
  beginningOf: (mention: NewMention) => Beginning | undefined,
  now: Date,
): Promise<Written> {
  const { removed, altered, added } = differences
  const { shrunk, split } = await shrink(client, removed)
  await alterMentions(client, altered)
  const { namingOf, made, grown, bridged } = await hang(client, added, beginningOf)
  await insertMentions(
    client,
    [...namingOf].map(([mention, { id }]) => ({ mention, namingId: id })),
  )
  await growNamings(client, grown)
  await bridge(client, bridged)
  const namingIdOf = namingsByMention(stored, namingOf)
  await writeTiesOf(client, differences, namingIdOf)

  const froms = bridged.map(({ from }) => from)
  const intos = bridged.map(({ into }) => into)
  const touched = [...shrunk, ...split, ...froms, ...intos]
  await recountNamings(client, idsOf([...froms, ...intos]))
  await pruneNamings(client, idsOf([...shrunk, ...froms]))
  const parted = split.length > 0 ? shrunk : []
  await deriveTiesOf(client, idsOf([...parted, ...split, ...intos]))

  const moving = [...made, ...touched, ...grown.filter((one) => mayMove(one, now)).map(({ naming }) => naming)]
  return {
    added: mentionsByNaming(namingOf),
    namingIdOf,
    rewritten: [...idsOf(touched), ...altered.map(({ before }) => before.namingId)],
    bridges: bridged,
    settling: {
      names: moving.flatMap(({ storeId, names }) => names.map((name) => ({ storeId, name }))),
      entityIds: moving.map(({ entityId }) => entityId),
      fresh: new Set(idsOf([...made, ...split])),
    },
  }
}

async function bridge(client: PoolClient, bridged: readonly Bridge[]): Promise<void> {
  await moveMentions(
    client,
    bridged.map(({ from, into }) => ({
      ...{ fromId: from.id, intoId: into.id, firstAt: from.firstAt, lastAt: from.lastAt },
    })),
  )
}

async function writeTiesOf(
  client: PoolClient,
  { ties, formerTies }: Differences,
  namingIdOf: Written['namingIdOf'],
): Promise<void> {
  await withdrawTies(client, formerTies)
  await writeTies(
    client,
    ties.flatMap(({ eventId, from, to, relation, at }) => {
      const [fromId, toId] = [namingIdOf(eventId, from), namingIdOf(eventId, to)]
      return fromId && toId ? [{ eventId, fromId, relation, toId, at }] : []
    }),
  )
}

function namingsByMention(
  stored: readonly StoredMention[],
  namingOf: ReadonlyMap<NewMention, StoredNaming>,
): Written['namingIdOf'] {
  const ids = new Map(stored.map(({ eventId, key, namingId }) => [`${eventId} ${key}`, namingId]))
  for (const [{ eventId, key }, { id }] of namingOf) ids.set(`${eventId} ${key}`, id)
  return (eventId, key) => ids.get(`${eventId} ${key}`)
}

/**
 * Whether a naming that reaches further than before may belong elsewhere now. What a number names depends on how long it
 * rested: a later end matters only where something may have begun after such a rest.
 */
function mayMove({ naming, firstAt, lastAt }: Hanging['grown'][number], now: Date): boolean {
  if (naming.mentions === 0 || firstAt < naming.firstAt) return true
  if (lastAt <= naming.lastAt || naming.lastAt + LONGEST_REST_MS > now.getTime() + DAY_MS) return false
  return naming.names.some((name) => joining(name).forAPeriod)
}

function mentionsByNaming(namingOf: ReadonlyMap<NewMention, StoredNaming>): Map<string, PlacedMention[]> {
  const byNaming = new Map<string, PlacedMention[]>()
  for (const [mention, { id }] of namingOf) {
    const known = byNaming.get(id)
    if (known) known.push(mention)
    else byNaming.set(id, [mention])
  }
  return byNaming
}

function idsOf(namings: readonly StoredNaming[]): string[] {
  return [...new Set(namings.map(({ id }) => id))]
}
