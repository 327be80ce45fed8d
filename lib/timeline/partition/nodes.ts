import { joining } from '../names'
import type { Contest } from '../partition'
import type { Part } from './parts'
import type { Things } from './things'
import { compareText } from './verdicts'

/** A name, or a period in the life of a name that is given anew after a while. */
export interface Node {
  name: string
  /** Where it stands among `Things`. */
  node: number
  /** Milliseconds; its period lasts until the next one of the same name. */
  from: number
  /** Things of lower levels that it stands with, each by one of its nodes. */
  users: readonly number[]
  /** A person said whose it is. */
  isPinned: boolean
  /** Why it joins nothing; null where it joins. */
  contest: Contest | null
}

/** A use of a name: by a thing, or by a naming that knows nothing stronger. */
interface Use {
  user: number | null
  firstAt: number
  lastAt: number
  /** Decides between uses that began at one moment. */
  key: string
}

export const LONGEST_REST_MS = 180 * 24 * 60 * 60 * 1_000

/** The node, or the nodes by period, of a name. `parts`: all that hold it; `homeOf`: the thing that a part belongs to by now. */
export function nodesOf(
  name: string,
  parts: readonly Part[],
  homeOf: (part: Part) => number | undefined,
  things: Things,
): Node[] {
  const uses = gatherUses(name, parts, homeOf, things)
  const { level, forAPeriod } = joining(name)
  const periods = forAPeriod && level > 0 ? cutLife(uses, things, level) : [uses]
  return periods.map((period) => ({
    name,
    node: things.add(name),
    from: period[0]?.firstAt ?? 0,
    users: period.flatMap(({ user }) => (user === null ? [] : [user])),
    isPinned: false,
    contest: null,
  }))
}

/** The period that a moment lies in: the last one that had begun. `nodes` in the order of time. */
export function nodeAt(nodes: readonly Node[], at: number): Node | undefined {
  return nodes.findLast(({ from }) => from <= at) ?? nodes[0]
}

/**
 * The life of a number, cut where it was given to something else: where a thing uses it that contradicts those of the present
 * period, and where nobody used it for half a year. What has no id of its own belongs to the period that it begins in.
 */
function cutLife(uses: readonly Use[], things: Things, level: 0 | 1 | 2): Use[][] {
  const periods: Use[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const use of uses) {
    const present = periods.at(-1)
    const isNew =
      !present ||
      use.firstAt - until > LONGEST_REST_MS ||
      (use.user !== null && clashes(present, use.user, things, level))
    if (isNew) periods.push([use])
    else present.push(use)
    until = isNew ? use.lastAt : Math.max(until, use.lastAt)
  }
  return periods
}

function clashes(period: readonly Use[], user: number, things: Things, level: 0 | 1 | 2): boolean {
  const users = period.flatMap((use) => (use.user === null ? [] : [use.user]))
  return things.contradict(new Set([...users, user]), level)
}

function gatherUses(
  name: string,
  parts: readonly Part[],
  homeOf: (part: Part) => number | undefined,
  things: Things,
): Use[] {
  const byThing = new Map<number, Use>()
  const loose: Use[] = []
  for (const part of parts) {
    const { firstAt, lastAt } = part
    const home = homeOf(part)
    if (home === undefined) {
      loose.push({ user: null, firstAt, lastAt, key: part.names.join('\n') })
    } else if (!things.isApartFrom(home, name)) {
      const user = things.rootOf(home)
      const use = byThing.get(user) ?? { user, firstAt, lastAt, key: things.firstName(home) }
      use.firstAt = Math.min(use.firstAt, firstAt)
      use.lastAt = Math.max(use.lastAt, lastAt)
      byThing.set(user, use)
    }
  }
  return [...byThing.values(), ...loose].sort(
    (a, b) => a.firstAt - b.firstAt || Number(a.user === null) - Number(b.user === null) || compareText(a.key, b.key),
  )
}
