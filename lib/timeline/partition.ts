import { joining, readName } from './names'
import { type Board, settleLevel } from './partition/level'
import { nodeAt } from './partition/nodes'
import { cut, LEVELS, type Level, type Part } from './partition/parts'
import { createThings } from './partition/things'
import { readVerdicts } from './partition/verdicts'

/** A naming: names that stood together for one thing, as the table has it. */
export interface NamingFacts {
  id: string
  names: readonly string[]
  /** Milliseconds since 1970. */
  firstAt: number
  lastAt: number
}

/** A person's word: `names` and `others` name one thing (`same`) or two (`apart`). Of two on one pair the later one holds. */
export interface Decision {
  verdict: 'same' | 'apart'
  names: readonly string[]
  others: readonly string[]
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Why a name joins nothing. `contradiction`: things use it that cannot be one. `chain`: it would join such things by way of
 * others. `common`: too many use it.
 */
export type Contest = 'contradiction' | 'chain' | 'common'

export interface Partition {
  /** Ids of namings; each group is an entity. Groups and ids in the order of the namings given. */
  groups: string[][]
  /** Names that join nothing. */
  contested: ReadonlyMap<string, Contest>
}

/** A name beside which more different ids of one provider stand than this, or more emails without an id, is common property. */
export const MOST_COMPANIONS = 20

/**
 * Which namings of one store and kind name one thing: docs/decisions/006-timelines.md. A function of the set of namings and
 * decisions: their order makes no difference, and nor does a naming that shares no name with the rest.
 *
 * So that the answer holds for a group, every naming must be given that is reached from it by names, and by the two sides of
 * decisions, over and over. Names in `common` need not be followed: they are known to join nothing.
 */
export function partition(
  namings: readonly NamingFacts[],
  decisions: readonly Decision[],
  common: ReadonlySet<string> = new Set(),
): Partition {
  const verdicts = readVerdicts(decisions)
  const parts = namings.flatMap((naming) => cut(naming, verdicts))
  const holders = LEVELS.map((level) => gatherHolders(parts, level))
  const things = createThings(verdicts)
  const tooMany = holders.flatMap((held) => [...held].filter(([name, by]) => isCommon(name, by)).map(([name]) => name))
  const board: Board = {
    parts,
    holders,
    common: new Set([...common, ...tooMany]),
    verdicts,
    things,
    nodes: new Map(),
    homes: new Map(),
  }
  for (const level of LEVELS) settleLevel(level, board)
  return { groups: gatherGroups(board), contested: gatherContested(board) }
}

/** Whether a name is common property. `namings`: all that hold it. Names of level 0 never are. */
export function isCommon(name: string, namings: readonly Pick<NamingFacts, 'names'>[]): boolean {
  if (namings.length <= MOST_COMPANIONS) return false
  const { level } = joining(name)
  if (level === 0) return false
  const companions = new Map<string, Set<string>>()
  for (const { names } of namings) {
    const others = names.filter((other) => other !== name && joining(other).level <= level)
    const ids = others.filter((other) => joining(other).level === 0)
    // One customer may have an email for each order: beside an id it speaks of no further thing.
    for (const other of ids.length > 0 ? ids : others) {
      const { scheme, issuer } = readName(other)
      const kind = `${scheme}@${issuer}`
      companions.set(kind, (companions.get(kind) ?? new Set()).add(other))
    }
  }
  return [...companions.values()].some(({ size }) => size > MOST_COMPANIONS)
}

function gatherHolders(parts: readonly Part[], level: Level): Map<string, Part[]> {
  const holders = new Map<string, Part[]>()
  for (const part of parts) {
    for (const name of part.byLevel[level]) {
      const held = holders.get(name)
      if (held) held.push(part)
      else holders.set(name, [part])
    }
  }
  return holders
}

/** What found no home belongs to its strongest name, which is then a thing of its own. */
function gatherGroups({ parts, homes, nodes, things }: Board): string[][] {
  const groups = new Map<number | string, string[]>()
  for (const part of parts) {
    if (part.id === null) continue
    const [strongest = ''] = part.names
    const home = homes.get(part) ?? nodeAt(nodes.get(strongest) ?? [], part.firstAt)?.node
    const root = home === undefined ? part.id : things.rootOf(home)
    const group = groups.get(root)
    if (group) group.push(part.id)
    else groups.set(root, [part.id])
  }
  return [...groups.values()]
}

function gatherContested({ nodes }: Board): Map<string, Contest> {
  return new Map(
    [...nodes.values()].flat().flatMap(({ name, contest }): [string, Contest][] => (contest ? [[name, contest]] : [])),
  )
}
