import type { PoolClient } from 'pg'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { Kind } from '../kinds'
import { joining } from '../names'
import { sortByStrength } from '../partition/parts'
import type { Verdicts } from '../partition/verdicts'

/** A thing as it stands before a decision. */
export interface Standing {
  id: string
  storeId: string
  kind: Kind
  label: string
  namingIds: string[]
  /** The strongest first. `isShared`: it stands in a naming of some other thing as well. */
  names: { name: string; isShared: boolean }[]
}

const MERGES_FOLLOWED = 50

/** The thing with this id, or the one that it was joined into. Throws `not_found`. */
export async function standing(client: PoolClient, id: string): Promise<Standing> {
  const { rows } = await client.query<Omit<Standing, 'namingIds' | 'names'>>(
    `WITH RECURSIVE led AS (
      SELECT id, merged_into, 1 AS step FROM entity WHERE id = $1
      UNION ALL
      SELECT e.id, e.merged_into, led.step + 1 FROM led JOIN entity e ON e.id = led.merged_into WHERE led.step < ${MERGES_FOLLOWED})
    SELECT e.id, e.store_id AS "storeId", e.kind, e.label FROM led JOIN entity e USING (id) WHERE led.merged_into IS NULL`,
    [id],
  )
  const [entity] = rows
  if (!entity) {
    throw new JejakError('not_found', say('missing.thing', { id }))
  }
  return { ...entity, ...(await namesOf(client, entity)) }
}

async function namesOf(client: PoolClient, { id, storeId }: { id: string; storeId: string }) {
  const namings = await client.query<{ id: string; names: string[] }>(
    'SELECT id, names FROM naming WHERE entity_id = $1 ORDER BY id',
    [id],
  )
  const names = [...new Set(namings.rows.flatMap((naming) => naming.names))]
  const shared = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS t(name) WHERE EXISTS (
      SELECT FROM naming_name h JOIN naming n ON n.id = h.naming_id
      WHERE h.store_id = $2 AND h.name = t.name AND n.entity_id <> $3)`,
    [names, storeId, id],
  )
  const isShared = new Set(shared.rows.map(({ name }) => name))
  return {
    namingIds: namings.rows.map((naming) => naming.id),
    names: sortByStrength(names).map((name) => ({ name, isShared: isShared.has(name) })),
  }
}

/**
 * The names that stand for a thing where it is linked, at most 50, the strongest first. Those that nothing else uses are
 * preferred where both are of the strongest; the weaker ones stand too, shared or not, since a word against any of them is taken
 * back: save for those that the thing was itself parted from, which belong to another.
 */
export function speakers({ names }: Pick<Standing, 'names'>, verdicts: Pick<Verdicts, 'isApart'>): string[] {
  const level = names[0] && joining(names[0].name).level
  const strongest = names.filter(({ name }) => joining(name).level === level)
  const own = strongest.filter(({ isShared }) => !isShared)
  const speaking = (own.length > 0 ? own : strongest).map(({ name }) => name)
  const weaker = names
    .filter(({ name }) => joining(name).level !== level && !speaking.some((other) => verdicts.isApart(name, other)))
    .sort((a, b) => Number(a.isShared) - Number(b.isShared))
  return [...speaking, ...weaker.map(({ name }) => name)].slice(0, MOST_NAMES)
}

/** So many names of either side are kept with a decision. */
export const MOST_NAMES = 50
