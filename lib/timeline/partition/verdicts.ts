import { joining } from '../names'
import type { Decision } from '../partition'

/** What people said, name by name. */
export interface Verdicts {
  isApart(name: string, other: string): boolean
  /** Every name that somebody set apart from another. */
  setApart: ReadonlySet<string>
  /** Pairs that name one thing, the latest word first. */
  same: readonly { names: readonly [string, string]; at: number }[]
}

/**
 * The decisions that hold: of each pair of names the latest. A side is spoken for by its strongest names alone, since its
 * weaker ones may be used by others too; but `same` takes back what was said before of any of them.
 */
export function readVerdicts(decisions: readonly Decision[]): Verdicts {
  const pairs = new Map<string, { verdict: Decision['verdict']; names: [string, string]; at: number; joins: boolean }>()
  for (const { verdict, names, others, at } of [...decisions].sort(byTime)) {
    const speakers = new Set([...strongest(names), ...strongest(others)])
    for (const name of names) {
      for (const other of others) {
        if (name === other) continue
        const pair: [string, string] = name < other ? [name, other] : [other, name]
        pairs.set(pair.join('\n'), { verdict, names: pair, at, joins: speakers.has(name) && speakers.has(other) })
      }
    }
  }
  const held = [...pairs.values()]
  const apart = held.filter(({ verdict }) => verdict === 'apart')
  return {
    isApart: (name, other) => pairs.get(name < other ? `${name}\n${other}` : `${other}\n${name}`)?.verdict === 'apart',
    setApart: new Set(apart.flatMap(({ names }) => names)),
    same: held
      .filter(({ verdict, joins }) => verdict === 'same' && joins)
      .sort((a, b) => b.at - a.at || compareText(a.names.join('\n'), b.names.join('\n'))),
  }
}

function strongest(names: readonly string[]): string[] {
  const level = Math.min(...names.map((name) => joining(name).level))
  return names.filter((name) => joining(name).level === level)
}

function byTime(a: Decision, b: Decision): number {
  return a.at - b.at || compareText(JSON.stringify(contentOf(a)), JSON.stringify(contentOf(b)))
}

/** Sides and their names have no order. */
function contentOf({ verdict, names, others }: Decision) {
  return [verdict, ...[[...names].sort(), [...others].sort()].map((side) => side.join('\n')).sort()]
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
