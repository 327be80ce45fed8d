import { joining } from '../names'
import type { NamingFacts } from '../partition'
import { compareText, type Verdicts } from './verdicts'

export const LEVELS = [0, 1, 2] as const
export type Level = (typeof LEVELS)[number]

/** Names that stand together, once what people said is heeded. */
export interface Part {
  /** The naming that goes wherever this part goes; null for what a person cut off from one: it is only evidence. */
  id: string | null
  /** The strongest first, and of one strength in the order of the alphabet. */
  names: readonly string[]
  byLevel: readonly [string[], string[], string[]]
  firstAt: number
  lastAt: number
}

/**
 * The naming as it stands; or in parts, where it holds names that a person set apart from each other: a naming goes with its
 * strongest name, and says nothing of the tie between that and the names of another part.
 */
export function cut({ id, names, firstAt, lastAt }: NamingFacts, verdicts: Verdicts): Part[] {
  const sides: string[][] = []
  for (const name of sortByStrength(names)) {
    const home = sides.find((side) => !side.some((other) => verdicts.isApart(name, other)))
    if (home) home.push(name)
    else sides.push([name])
  }
  return sides.map((side, index) => {
    const byLevel: Part['byLevel'] = [[], [], []]
    for (const name of side) byLevel[joining(name).level].push(name)
    return { id: index === 0 ? id : null, names: side, byLevel, firstAt, lastAt }
  })
}

/** The strongest first, and of one strength in the order of the alphabet. */
export function sortByStrength(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, level: joining(name).level }))
    .sort((a, b) => a.level - b.level || compareText(a.name, b.name))
    .map(({ name }) => name)
}
