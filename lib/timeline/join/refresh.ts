import type { PoolClient } from 'pg'
import type { PlacedMention } from '../mention'
import { EMPTY, foldMentions, mergeStates, type State, wordOf } from '../state'
import { summarise } from '../story'
import type { Told } from '../told'
import { type EntityRow, loadFolded, removeEmpty, writeEntities } from './entities'
import { labelOf } from './label'
import { namingsOfEntities, type StoredNaming } from './namings'
import { loadStoryRules, type StoryRules } from './story-rules'
import { allMentions, inOrder, latestMentions } from './told-mentions'

/** Of so many mentions the whole story is told; of more the state is kept up, and the findings are those of the latest. */
export const WHOLE_STORY = 300
const PAGE = 2_000

export interface Refreshing {
  entityIds: Iterable<string>
  /** What was added to the entities' mentions, by naming. */
  added: ReadonlyMap<string, readonly PlacedMention[]>
  /** Entities whose state has to be folded anew, since more happened to them than that mentions were added. */
  changed: ReadonlySet<string>
}

/** Writes what lists show of entities, from the mentions of their namings. Entities without namings go, unless they lead on. */
export async function refresh(client: PoolClient, { entityIds, added, changed }: Refreshing): Promise<void> {
  const ids = [...new Set(entityIds)]
  if (ids.length === 0) return
  const namings = new Map<string, StoredNaming[]>()
  for (const naming of await namingsOfEntities(client, ids)) {
    const known = namings.get(naming.entityId)
    if (known) known.push(naming)
    else namings.set(naming.entityId, [naming])
  }
  const all = [...namings.values()].flat()
  const rulesOf = await loadStoryRules(
    client,
    all.map(({ storeId }) => storeId),
  )
  const latest = await latestMentions(
    client,
    all.map(({ id }) => id),
    WHOLE_STORY,
  )
  const long = [...namings].filter(([id, own]) => mentionsOn(own) > WHOLE_STORY && !changed.has(id)).map(([id]) => id)
  const folded = await loadFolded(client, long)
  const rows: EntityRow[] = []
  for (const [id, own] of namings) {
    const told = inOrder(own.flatMap((naming) => latest.get(naming.id) ?? [])).slice(-WHOLE_STORY)
    const short = summary(own, told, rulesOf)
    if (!short) continue
    if (mentionsOn(own) <= WHOLE_STORY) rows.push({ id, ...short })
    else {
      const before = folded.get(id)
      const fold = before
        ? takeIn(
            before,
            own.flatMap((naming) => added.get(naming.id) ?? []),
          )
        : await foldAll(client, own)
      rows.push({ id, ...short, ...fold, state: wordOf(fold.fields), label: labelOf(short.kind, own, fold.fields) })
    }
  }
  await writeEntities(client, rows)
  await removeEmpty(
    client,
    ids.filter((id) => !namings.has(id)),
  )
}

function mentionsOn(namings: readonly StoredNaming[]): number {
  return namings.reduce((sum, { mentions }) => sum + mentions, 0)
}

function summary(
  namings: readonly StoredNaming[],
  told: readonly Told[],
  rulesOf: (storeId: string) => StoryRules,
): Omit<EntityRow, 'id'> | null {
  const [first, last] = [namings[0], told.at(-1)]
  if (!first || !last) return null
  const { storeId, kind } = first
  const rules = rulesOf(storeId)
  const { settings } = rules
  const { state, word, findings, stuckAt } = summarise({
    ...{ kind, mentions: told, lifecycles: rules.lifecyclesOf(kind), settings },
  })
  return {
    ...{ storeId, kind, fields: state, state: word, findings, stuckAt },
    label: labelOf(kind, namings, state),
    providers: [...new Set(told.map(({ provider }) => provider))].sort(),
    firstAt: Math.min(...namings.map(({ firstAt }) => firstAt)),
    lastAt: Math.max(...namings.map(({ lastAt }) => lastAt)),
    lastType: last.type,
    mentions: mentionsOn(namings),
  }
}

interface Fold {
  fields: State
  providers: string[]
}

function takeIn({ fields, providers }: Fold, mentions: readonly PlacedMention[]): Fold {
  return {
    fields: mergeStates(fields, foldMentions(mentions)),
    providers: [...new Set([...providers, ...mentions.map(({ provider }) => provider)])].sort(),
  }
}

async function foldAll(client: PoolClient, namings: readonly StoredNaming[]): Promise<Fold> {
  let fold: Fold = { fields: EMPTY, providers: [] }
  for (const { id } of namings) {
    for await (const page of allMentions(client, id, PAGE)) fold = takeIn(fold, page)
  }
  return fold
}
