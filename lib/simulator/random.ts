import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export interface Random {
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True in this share of the calls, 0 to 1. */
  chance(share: number): boolean
  /** One of the entries. Throws for an empty list. */
  pick<T extends {}>(list: readonly T[]): T
  /** 18 lower-case letters and digits. */
  key(): string
  /** This many decimal digits. */
  digits(count: number): string
}

/** A sequence of random values; equal words make equal sequences, on every machine. */
export function createRandom(...words: readonly (string | number)[]): Random {
  const generator = xoroshiro128plus(seedOf(words.join(':')))
  const int = (min: number, max: number) => uniformInt(generator, min, max)
  return {
    int,
    chance: (share) => int(0, 0x3fffffff) < share * 0x40000000,
    pick: (list) => {
      const entry = list[list.length > 0 ? int(0, list.length - 1) : 0]
      if (entry === undefined) throw new Error('expected a list with at least one entry to pick from; it is empty')
      return entry
    },
    key: () => keyPart(int) + keyPart(int) + keyPart(int),
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  }
}

function keyPart(int: Random['int']): string {
  return int(0, 36 ** 6 - 1)
    .toString(36)
    .padStart(6, '0')
}

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
