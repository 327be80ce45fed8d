import { joining } from '../names'
import { type Node, nodeAt, nodesOf } from './nodes'
import type { Level, Part } from './parts'
import type { Things } from './things'
import type { Verdicts } from './verdicts'

/** What is worked out level by level. */
export interface Board {
  parts: readonly Part[]
  /** By level: the parts that hold a name. */
  holders: readonly ReadonlyMap<string, readonly Part[]>[]
  /** Names that are common property. */
  common: ReadonlySet<string>
  verdicts: Verdicts
  things: Things
  nodes: Map<string, Node[]>
  /** Where a part belongs, once a name that it holds has settled it. */
  homes: Map<Part, number>
}

/** Joins what the names of a level prove to be one, and gives every part a home whose strongest name is of that level. */
export function settleLevel(level: Level, board: Board): void {
  const { holders, homes, things } = board
  const nodes: Node[] = []
  for (const [name, parts] of holders[level] ?? []) {
    const made = nodesOf(name, parts, (part) => homes.get(part), things)
    board.nodes.set(name, made)
    nodes.push(...made)
  }
  pin(level, board)
  joinUsers(level, nodes, board)
  joinLoose(level, board)
  for (const part of board.parts) {
    const home = homes.has(part) ? undefined : ownNodes(part, level, board)[0]?.node
    if (home === undefined) continue
    homes.set(part, home)
    things.meet(home, part.byLevel[1])
  }
}

/** What people said to be one is one before anything else; the latest word first, and nothing against a later one. */
function pin(level: Level, { verdicts, nodes, things }: Board): void {
  for (const { names, at } of verdicts.same) {
    if (Math.max(...names.map((name) => joining(name).level)) !== level) continue
    const [a, b] = names.map((name) => nodeAt(nodes.get(name) ?? [], at))
    if (!a || !b || things.contradict(new Set([things.rootOf(a.node), things.rootOf(b.node)]), 0)) continue
    things.join(a.node, b.node)
    for (const node of [a, b]) node.isPinned = true
  }
}

/** Joins each name with the things that use it, unless two of those contradict, at once or by way of further names. */
function joinUsers(level: Level, nodes: readonly Node[], { things, common }: Board): void {
  const claims = new Map(nodes.map((node) => [node, claimsOf(node, things)]))
  const rootsOf = (node: Node) => new Set([things.rootOf(node.node), ...(claims.get(node) ?? [])])
  for (const node of nodes) {
    if (common.has(node.name)) node.contest = 'common'
    else if (things.contradict(rootsOf(node), level)) node.contest = 'contradiction'
  }
  // First the names that bridge join nothing. Where a thing is left with names that a person set apart, none of them does.
  for (const fewest of [2, 1]) {
    const open = nodes.filter(({ contest }) => contest === null)
    for (const { links, roots } of gather(open, rootsOf)) {
      if (!things.contradict(roots, level)) continue
      for (const node of links) if ((claims.get(node)?.size ?? 0) >= fewest) node.contest = 'chain'
    }
  }
  for (const node of nodes) {
    if (node.contest === null) for (const claim of claims.get(node) ?? []) things.join(claim, node.node)
  }
}

/** Joins the names that stand in a naming without a stronger one, where that welds nothing that contradicts. */
function joinLoose(level: Level, board: Board): void {
  const { parts, homes, things } = board
  const rootsOf = (part: Part) => new Set(ownNodes(part, level, board).map(({ node }) => things.rootOf(node)))
  const loose = parts.filter((part) => part.byLevel[level].length > 1 && !homes.has(part) && rootsOf(part).size > 1)
  const bridges = loose.filter((part) => !things.contradict(rootsOf(part), level))
  for (const { links, roots } of gather(bridges, rootsOf)) {
    if (things.contradict(roots, level)) continue
    for (const part of links) {
      const [first, ...others] = rootsOf(part)
      if (first !== undefined) for (const other of others) things.join(first, other)
    }
  }
}

/**
 * The nodes of a part's names of this level that can be its home. Where it has addresses that join nothing, a weaker name leads
 * home only to a thing that has one of them too.
 */
function ownNodes({ byLevel, firstAt }: Part, level: Level, { nodes, things }: Board): Node[] {
  const addresses = level > 1 ? byLevel[1] : []
  return byLevel[level].flatMap((name) => {
    const node = nodeAt(nodes.get(name) ?? [], firstAt)
    if (!node || (node.contest !== null && !node.isPinned)) return []
    return addresses.length === 0 || things.hasAny(node.node, addresses) ? [node] : []
  })
}

/** The things that would be one with a name: its users, and what a person tied it to. */
function claimsOf({ users, node, isPinned }: Node, things: Things): Set<number> {
  return new Set([...users, ...(isPinned ? [node] : [])].map((user) => things.rootOf(user)))
}

/** Links that hang together by the things they touch, with all of these. */
function gather<T>(links: readonly T[], rootsOf: (link: T) => ReadonlySet<number>): Group<T>[] {
  const groups = new Map<number, Group<T>>()
  for (const link of links) {
    const roots = rootsOf(link)
    const touched = new Set([...roots].flatMap((root) => groups.get(root) ?? []))
    const [home = { links: [], roots: new Set<number>() }, ...others] = [...touched].sort(
      (a, b) => b.roots.size - a.roots.size,
    )
    home.links.push(link, ...others.flatMap((group) => group.links))
    for (const root of [roots, ...others.map((group) => group.roots)].flatMap((set) => [...set])) {
      home.roots.add(root)
      groups.set(root, home)
    }
  }
  return [...new Set(groups.values())]
}

interface Group<T> {
  links: T[]
  roots: Set<number>
}
