import { sortByStrength } from '../partition/parts'
import type { StoredNaming } from './namings'

export interface Assignment {
  /** By the naming's id, where that changes. */
  moved: Map<string, string>
  /** What an entity that has no namings left was joined into. */
  merged: Map<string, string>
}

type Group = readonly StoredNaming[]

/**
 * Which entity each group is. A group keeps the oldest entity among those of its namings; where an entity falls apart, the part
 * with the earliest naming keeps it, and each of the others becomes what one of its namings began as, the earliest one first,
 * or begins anew; what a person splits off (`leaving`, its names) never keeps it while something else is left. Ids of entities
 * sort as they were made. `leads`: of entities that namings began as and that stand or were joined, where each leads to now.
 */
export function assign(
  groups: readonly Group[],
  newId: () => string,
  leaving: ReadonlySet<string> = new Set(),
  leads: ReadonlyMap<string, string> = new Map(),
): Assignment {
  const assignment: Assignment = { moved: new Map(), merged: new Map() }
  const keepers = keepersOf(groups, leaving)
  const taken = new Set(keepers.keys())
  const become = (group: Group, entityId: string) => {
    for (const naming of group) if (naming.entityId !== entityId) assignment.moved.set(naming.id, entityId)
  }
  const rest: Group[] = []
  for (const group of groups) {
    const [entityId, ...others] = ownOf(group, keepers)
    if (entityId === undefined) {
      rest.push(group)
      continue
    }
    for (const other of others) assignment.merged.set(other, entityId)
    become(group, entityId)
  }
  for (const group of rest.map(byAge).sort(byEarliest)) {
    const from = new Set(group.map(({ entityId }) => entityId))
    const former = group.find(({ firstEntityId: first }) => {
      const into = leads.get(first)
      return !taken.has(first) && (into === undefined || from.has(into))
    })
    const entityId = former?.firstEntityId ?? newId()
    taken.add(entityId)
    become(group, entityId)
  }
  return assignment
}

/** The groups that none of their namings' entities stays with. */
export function withoutEntity(groups: readonly Group[], leaving: ReadonlySet<string> = new Set()): Group[] {
  const keepers = keepersOf(groups, leaving)
  return groups.filter((group) => ownOf(group, keepers).length === 0)
}

interface Keeper {
  group: Group
  naming: StoredNaming
}

function keepersOf(groups: readonly Group[], leaving: ReadonlySet<string>): Map<string, Keeper> {
  const keepers = new Map<string, Keeper>()
  for (const group of groups) {
    for (const naming of group) {
      const keeper = keepers.get(naming.entityId)
      if (!keeper || comesBefore(naming, keeper.naming, leaving)) keepers.set(naming.entityId, { group, naming })
    }
  }
  return keepers
}

function ownOf(group: Group, keepers: ReadonlyMap<string, Keeper>): string[] {
  const entityIds = [...new Set(group.map(({ entityId }) => entityId))]
  return entityIds.filter((id) => keepers.get(id)?.group === group).sort()
}

function comesBefore(a: StoredNaming, b: StoredNaming, leaving: ReadonlySet<string>): boolean {
  if (leaving.size === 0) return compareAges(a, b) < 0
  const [leaves, otherLeaves] = [a, b].map(({ names }) => leaving.has(sortByStrength(names)[0] ?? ''))
  return leaves === otherLeaves ? compareAges(a, b) < 0 : !leaves
}

/** Negative where `a` is the earlier one. */
export function compareAges(a: StoredNaming, b: StoredNaming): number {
  return a.firstAt - b.firstAt || (BigInt(a.id) < BigInt(b.id) ? -1 : 1)
}

function byAge(group: Group): Group {
  return [...group].sort(compareAges)
}

function byEarliest([a]: Group, [b]: Group): number {
  return a && b ? compareAges(a, b) : 0
}
