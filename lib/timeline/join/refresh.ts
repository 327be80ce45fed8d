import type { PoolClient } from 'pg'
import type { PlacedMention } from '../mention'
import { wordOf } from '../state'
import { summarise } from '../story'
import type { Told } from '../told'
import { countEntities } from './count-entities'
import { type EntityRow, existing, loadFolded, removeEmpty, writeEntities } from './entities'
import { type Fold, foldNamings, takeIn } from './fold'
import { isWatched } from './is-watched'
import { labelOf } from './label'
import { namingsOfEntities, type StoredNaming } from './namings'
import { loadStoryRules, type StoryRules } from './story-rules'
import { latestMentions } from './told-mentions'

/** Of so many mentions the whole story is told; of more the state is kept up, and the findings are those of the latest. */
export const WHOLE_STORY = 300
/** So many mentions at most are in memory at once, whatever number of entities is refreshed. */
const AT_ONCE = 30_000

export interface Refreshing {
  entityIds: Iterable<string>
  /** What was added to the entities' mentions, by naming. */
  added: ReadonlyMap<string, readonly PlacedMention[]>
  /** Namings that the entities have gained, with all their mentions. */
  gained?: ReadonlySet<string>
  /** Entities whose state has to be folded anew, since more happened to them than that mentions were added. */
  changed: ReadonlySet<string>
  /** Entities of which nothing was said: they were only named by the way, or are no more. */
  quiet?: ReadonlySet<string>
}

/** An entity as it is to be written. */
interface Thing {
  id: string
  namings: StoredNaming[]
  rules: StoryRules
  /** It has no row yet, or one that has to be made anew. */
  isAnew: boolean
  isWatched: boolean
  mentions: number
}

/** Writes what lists show of entities, from the mentions of their namings. Entities without namings go, unless they lead on. */
export async function refresh(client: PoolClient, refreshing: Refreshing): Promise<void> {
  const ids = [...new Set(refreshing.entityIds)]
  if (ids.length === 0) return
  const things = await gather(client, ids, refreshing.changed)
  const isCounted = ({ id, isAnew, isWatched }: Thing) => !isAnew && !isWatched && refreshing.quiet?.has(id)
  await countEntities(client, things.filter(isCounted), refreshing.added)
  for (const slice of slicesOf(things.filter((thing) => !isCounted(thing)))) await tell(client, slice, refreshing)
  const left = new Set(things.map(({ id }) => id))
  await removeEmpty(
    client,
    ids.filter((id) => !left.has(id)),
  )
}

async function gather(client: PoolClient, ids: readonly string[], changed: ReadonlySet<string>): Promise<Thing[]> {
  const byEntity = new Map<string, StoredNaming[]>()
  for (const naming of await namingsOfEntities(client, ids)) {
    const known = byEntity.get(naming.entityId)
    if (known) known.push(naming)
    else byEntity.set(naming.entityId, [naming])
  }
  const stores = [...byEntity.values()].flatMap(([first]) => first?.storeId ?? [])
  const rulesOf = await loadStoryRules(client, stores)
  const known = await existing(client, [...byEntity.keys()])
  return [...byEntity].flatMap(([id, namings]) => {
    const [first] = namings
    const mentions = namings.reduce((sum, naming) => sum + naming.mentions, 0)
    if (!first) return []
    const rules = rulesOf(first.storeId)
    const isAnew = changed.has(id) || !known.has(id)
    return [{ id, namings, rules, isAnew, isWatched: isWatched(first.kind, rules), mentions }]
  })
}

function slicesOf(things: readonly Thing[]): Thing[][] {
  const slices: Thing[][] = []
  let size = AT_ONCE
  for (const thing of things) {
    const own = Math.min(thing.mentions, WHOLE_STORY)
    if (size + own > AT_ONCE) {
      slices.push([])
      size = 0
    }
    slices.at(-1)?.push(thing)
    size += own
  }
  return slices
}

async function tell(client: PoolClient, things: readonly Thing[], refreshing: Refreshing): Promise<void> {
  const idsOf = (some: readonly Thing[]) => some.map(({ id }) => id)
  const gained = (thing: Thing) => gainedBy(thing, refreshing).length > 0
  const isWhole = (thing: Thing) =>
    thing.isWatched || (thing.mentions <= WHOLE_STORY && (thing.isAnew || gained(thing)))
  const others = things.filter((thing) => !isWhole(thing))
  const whole = await latestMentions(client, idsOf(things.filter(isWhole)), 'all', WHOLE_STORY)
  const telling = await latestMentions(client, idsOf(others), 'telling', WHOLE_STORY)
  const newest = await latestMentions(client, idsOf(others), 'all', 1)
  const folded = await loadFolded(
    client,
    idsOf(things.filter((thing) => !thing.isAnew && (!isWhole(thing) || thing.mentions > WHOLE_STORY))),
  )
  const rows: EntityRow[] = []
  for (const thing of things) {
    const { id } = thing
    const told = whole.get(id) ?? telling.get(id) ?? []
    const last = whole.get(id)?.at(-1) ?? newest.get(id)?.[0]
    if (!last) continue
    const isAll = isWhole(thing) && thing.mentions <= WHOLE_STORY
    const fold = isAll ? null : await foldOf(client, thing, folded.get(id), refreshing)
    rows.push(rowOf(thing, told, last, fold))
  }
  await writeEntities(client, rows)
}

/** What is kept, with what is new in it; of an entity that changed otherwise, all of it. */
async function foldOf(
  client: PoolClient,
  thing: Thing,
  before: Fold | undefined,
  refreshing: Refreshing,
): Promise<Fold> {
  if (!before) return foldNamings(client, thing.namings)
  const added = thing.namings.flatMap(({ id }) => refreshing.added.get(id) ?? [])
  return foldNamings(client, gainedBy(thing, refreshing), takeIn(before, added))
}

/** The namings that it has gained, but for those all of whose mentions were added just now. */
function gainedBy({ namings }: Thing, { added, gained }: Refreshing): StoredNaming[] {
  return namings.filter(({ id, mentions }) => gained?.has(id) && added.get(id)?.length !== mentions)
}

/** `fold`: null where the mentions that are `told` are all there are. */
function rowOf(
  { id, namings, rules, mentions }: Thing,
  told: readonly Told[],
  last: Told,
  fold: Fold | null,
): EntityRow {
  const { storeId, kind } = namings[0] ?? { storeId: '', kind: 'order' }
  const lifecycles = rules.lifecyclesOf(kind)
  const summary = summarise({ kind, mentions: told, lifecycles, settings: rules.settings })
  const fields = fold?.fields ?? summary.state
  return {
    ...{ id, storeId, kind, fields, state: wordOf(fields), findings: summary.findings, stuckAt: summary.stuckAt },
    label: labelOf(kind, namings, fields),
    providers: fold?.providers ?? [...new Set(told.map(({ provider }) => provider))].sort(),
    firstAt: namings.reduce((first, { firstAt }) => Math.min(first, firstAt), Number.POSITIVE_INFINITY),
    lastAt: namings.reduce((latest, { lastAt }) => Math.max(latest, lastAt), Number.NEGATIVE_INFINITY),
    ...{ lastType: last.type, mentions },
  }
}
