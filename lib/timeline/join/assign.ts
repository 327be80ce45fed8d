import { sortByStrength } from '../partition/parts'
import type { StoredNaming } from './namings'

export interface Assignment {
  /** By the naming's id, where that changes. */
  moved: Map<string, string>
  /** What an entity that has no namings left was joined into. */
  merged: Map<string, string>
}

/**
 * Which entity each group is. A group keeps the oldest entity among those of its namings; where an entity falls apart, the part
 * with the earliest naming keeps it, and the others begin new ones; what a person splits off (`leaving`, its names) never
 * keeps it while something else is left. Ids of entities sort as they were made.
 */
export function assign(
  groups: readonly (readonly StoredNaming[])[],
  newId: () => string,
  leaving: ReadonlySet<string> = new Set(),
): Assignment {
  const assignment: Assignment = { moved: new Map(), merged: new Map() }
  const keepers = new Map<string, { group: readonly StoredNaming[]; naming: StoredNaming }>()
  for (const group of groups) {
    for (const naming of group) {
      const keeper = keepers.get(naming.entityId)
      if (!keeper || comesBefore(naming, keeper.naming, leaving)) keepers.set(naming.entityId, { group, naming })
    }
  }
  for (const group of groups) {
    const own = [...new Set(group.map(({ entityId }) => entityId))]
      .filter((id) => keepers.get(id)?.group === group)
      .sort()
    const [entityId = newId(), ...others] = own
    for (const other of others) assignment.merged.set(other, entityId)
    for (const naming of group) if (naming.entityId !== entityId) assignment.moved.set(naming.id, entityId)
  }
  return assignment
}

function comesBefore(a: StoredNaming, b: StoredNaming, leaving: ReadonlySet<string>): boolean {
  const [leaves, otherLeaves] = [a, b].map(({ names }) => leaving.has(sortByStrength(names)[0] ?? ''))
  if (leaves !== otherLeaves) return !leaves
  return a.firstAt !== b.firstAt ? a.firstAt < b.firstAt : BigInt(a.id) < BigInt(b.id)
}
