import type { PoolClient } from 'pg'
import { kindOfName } from '../kind-of'
import type { Kind } from '../kinds'
import { type Decision, isCommon } from '../partition'
import { loadDecisions } from './decisions'
import { namingsHolding, namingsOfEntities, type StoredNaming, type StoreName } from './namings'

/** What is partitioned together: the things of one kind in one store. */
export interface Field {
  storeId: string
  kind: Kind
  namings: Map<string, StoredNaming>
  decisions: Decision[]
  /** Names that were not followed, since they join nothing. */
  common: Set<string>
}

/** So many holders of a name show whether it is common; the rest of them is loaded only where it is not. */
const SAMPLE = 200

/**
 * Everything that decides where the namings with these names, and those of these entities, belong: breadth first by names, by
 * the sides of decisions, and by what stands in one entity by now. Names that are common property are not followed, except
 * where it is namings of `fresh` that make them so: what they used to join has to be told apart.
 */
export async function loadAround(
  client: PoolClient,
  names: readonly StoreName[],
  entityIds: readonly string[],
  fresh: ReadonlySet<string>,
): Promise<Field[]> {
  const fields = new Map<string, Field>()
  const decisions = new Map<string, Map<Kind, Decision[]>>()
  const seen = new Set<string>()
  const seenEntities = new Set<string>()
  let nextNames = [...names]
  let nextEntities = [...entityIds]

  async function fieldFor({ storeId, name }: StoreName): Promise<Field | null> {
    const kind = kindOfName(name)
    if (!kind) return null
    const key = `${storeId} ${kind}`
    const known = fields.get(key)
    if (known) return known
    const decided = decisions.get(storeId) ?? (await loadDecisions(client, storeId))
    decisions.set(storeId, decided)
    const field: Field = { storeId, kind, namings: new Map(), decisions: decided.get(kind) ?? [], common: new Set() }
    fields.set(key, field)
    return field
  }

  async function take(naming: StoredNaming): Promise<void> {
    const { storeId, id, entityId } = naming
    const field = await fieldFor({ storeId, name: naming.names[0] ?? '' })
    if (!field || field.namings.has(id)) return
    field.namings.set(id, naming)
    nextEntities.push(entityId)
    nextNames.push(...naming.names.map((name) => ({ storeId, name })))
  }

  while (nextNames.length > 0 || nextEntities.length > 0) {
    const wanted = nextNames.filter((name) => isNew(seen, `${name.storeId} ${name.name}`))
    const wantedEntities = nextEntities.filter((id) => isNew(seenEntities, id))
    nextNames = []
    nextEntities = []
    for (const naming of await namingsOfEntities(client, wantedEntities)) await take(naming)
    const held = await holdersOf(client, wanted)
    for (const [index, name] of wanted.entries()) {
      const field = await fieldFor(name)
      const holders = held[index] ?? []
      if (!field) continue
      if (isCommon(name.name, holders)) {
        field.common.add(name.name)
        const older = holders.filter(({ id }) => !fresh.has(id))
        if (older.length === holders.length || isCommon(name.name, older)) continue
      }
      for (const naming of holders) await take(naming)
      for (const other of decidedWith(field, name.name)) nextNames.push({ storeId: name.storeId, name: other })
    }
  }
  return [...fields.values()]
}

async function holdersOf(client: PoolClient, names: readonly StoreName[]): Promise<StoredNaming[][]> {
  const held = await namingsHolding(client, names, SAMPLE)
  const more = [...names.entries()].filter(([index, { name }]) => {
    const holders = held[index] ?? []
    return holders.length === SAMPLE && !isCommon(name, holders)
  })
  const whole = await namingsHolding(
    client,
    more.map(([, name]) => name),
    null,
  )
  for (const [place, [index]] of more.entries()) held[index] = whole[place] ?? []
  return held
}

function decidedWith({ decisions }: Field, name: string): string[] {
  return decisions.flatMap(({ names, others }) =>
    names.includes(name) || others.includes(name) ? [...names, ...others] : [],
  )
}

function isNew(seen: Set<string>, text: string): boolean {
  if (seen.has(text)) return false
  seen.add(text)
  return true
}
