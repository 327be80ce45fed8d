import { joining, readName } from '../names'
import type { Verdicts } from './verdicts'

/**
 * What is taken for one thing so far. Each name is a node of its own at first, and a thing is a set of nodes, known by one of
 * them, its root.
 */
export interface Things {
  add(name: string): number
  rootOf(node: number): number
  join(node: number, other: number): void
  /** Notes that these addresses (names of level 1) stand in a naming of the thing. */
  meet(node: number, addresses: readonly string[]): void
  /** Whether one of these addresses stands in a naming of the thing. */
  hasAny(node: number, names: readonly string[]): boolean
  /** The first name of the thing in the order of the alphabet: orders things whatever order they came in. */
  firstName(node: number): string
  isApartFrom(node: number, name: string): boolean
  /**
   * Whether these cannot be one thing: two have different ids of one scheme and issuer, a person set them apart, or, where only
   * a name that people share speaks for it, two have addresses and none in common.
   */
  contradict(roots: Iterable<number>, level: 0 | 1 | 2): boolean
}

interface Thing {
  first: string
  /** Schemes and issuers of its ids. */
  issuers: Set<string>
  /** Those of its names that a person set apart from some other. */
  setApart: Set<string>
  /** The names of level 1 that stand in its namings. */
  addresses: Set<string>
}

export function createThings(verdicts: Verdicts): Things {
  const parents: number[] = []
  const things: Thing[] = []

  function rootOf(node: number): number {
    let root = node
    for (let parent = parents[root]; parent !== undefined && parent !== root; parent = parents[root]) root = parent
    for (let at = node; at !== root; ) {
      const parent = parents[at] ?? root
      parents[at] = root
      at = parent
    }
    return root
  }
  const thingOf = (node: number) => things[rootOf(node)] ?? nothing()

  return {
    add(name) {
      const thing = { ...nothing(), first: name }
      if (joining(name).level === 0) thing.issuers.add(issuerOf(name))
      if (verdicts.setApart.has(name)) thing.setApart.add(name)
      things.push(thing)
      return parents.push(things.length - 1) - 1
    },
    rootOf,
    join(node, other) {
      const [a, b] = [rootOf(node), rootOf(other)]
      if (a === b) return
      const [one, two] = [thingOf(a), thingOf(b)]
      parents[b] = a
      if (two.first < one.first) one.first = two.first
      for (const part of ['issuers', 'setApart', 'addresses'] as const)
        for (const item of two[part]) one[part].add(item)
    },
    meet(node, addresses) {
      for (const name of addresses) thingOf(node).addresses.add(name)
    },
    hasAny: (node, names) => names.some((name) => thingOf(node).addresses.has(name)),
    firstName: (node) => thingOf(node).first,
    isApartFrom: (node, name) => anyApart(thingOf(node).setApart, [name], verdicts),
    contradict(roots, level) {
      const all = [...roots].map(thingOf)
      if (level > 0 && anyTwice(all.map(({ issuers }) => issuers))) return true
      if (level === 2 && anyWithoutCommon(all.map(({ addresses }) => addresses))) return true
      return anyApart(new Set(all.flatMap(({ setApart }) => [...setApart])), undefined, verdicts)
    },
  }
}

/** Whose ids contradict each other. */
function issuerOf(id: string): string {
  const { scheme, issuer } = readName(id)
  return `${scheme}@${issuer}`
}

function nothing(): Thing {
  return { first: '', issuers: new Set(), setApart: new Set(), addresses: new Set() }
}

function anyTwice(sets: readonly ReadonlySet<string>[]): boolean {
  const seen = new Set<string>()
  return sets.some((set) => {
    if ([...set].some((item) => seen.has(item))) return true
    for (const item of set) seen.add(item)
    return false
  })
}

function anyWithoutCommon(sets: readonly ReadonlySet<string>[]): boolean {
  const known = sets.filter((set) => set.size > 0)
  return known.some((one, index) => known.slice(index + 1).some((two) => ![...one].some((item) => two.has(item))))
}

function anyApart(names: ReadonlySet<string>, others: readonly string[] | undefined, verdicts: Verdicts): boolean {
  const against = others ?? [...names]
  return [...names].some((name) => against.some((other) => verdicts.isApart(name, other)))
}
