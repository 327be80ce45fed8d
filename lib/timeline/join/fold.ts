import type { PoolClient } from 'pg'
import type { PlacedMention } from '../mention'
import { EMPTY, foldMentions, mergeStates } from '../state'
import type { EntityRow } from './entities'
import type { StoredNaming } from './namings'
import { allMentions } from './told-mentions'

/** What is kept of all mentions of an entity. */
export type Fold = Pick<EntityRow, 'fields' | 'providers'>

const PAGE = 2_000

/** A fold with more mentions in it. Some of them may be in it already. */
export function takeIn({ fields, providers }: Fold, mentions: readonly PlacedMention[]): Fold {
  if (mentions.length === 0) return { fields, providers }
  return {
    fields: mergeStates(fields, foldMentions(mentions)),
    providers: [...new Set([...providers, ...mentions.map(({ provider }) => provider)])].sort(),
  }
}

/** A fold, by default an empty one, with all mentions of namings in it: in pages, so that any number takes the same memory. */
export async function foldNamings(
  client: PoolClient,
  namings: readonly StoredNaming[],
  before: Fold = { fields: EMPTY, providers: [] },
): Promise<Fold> {
  let fold = before
  for (const { id } of namings) {
    for await (const page of allMentions(client, id, PAGE)) fold = takeIn(fold, page)
  }
  return fold
}
