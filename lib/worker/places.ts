/** Gives a place back. */
type Leave = () => void

/** What a process has under way at once, and who is next. */
export interface Places {
  /** A place for a run of this target, first come, first served; null where there was none for a while. */
  take(target: string): Promise<Leave | null>
  /** How long what found no place is to stay away, in milliseconds; to be asked once for each. */
  stayAwayMs(target: string): number
}

/** Left free of runs, so that what makes runs is never kept out by them. */
const RESERVED = 4
/** Where the work is short a place is free within this; where it is long, others should not wait behind this one. */
const PATIENCE_MS = 250
const SHORTEST_AWAY_MS = 300
const LONGEST_AWAY_MS = 30_000
const WINDOW_MS = 15_000

/**
 * No destination may take more than half of the places, so that a slow one does not hold up the others. A handler without
 * destinations may take all.
 */
export function createPlaces(concurrency: number): Places {
  const all = Math.max(1, concurrency - RESERVED)
  const perDestination = Math.max(1, Math.floor(all / 2))
  const taken = new Map<string, number>()
  const turnedAway = createCounter()
  let free = all
  let line: { target: string; enter(leave: Leave): void }[] = []

  const isFree = (target: string) =>
    free > 0 && (taken.get(target) ?? 0) < (target.includes(':') ? perDestination : all)

  function occupy(target: string): Leave {
    free -= 1
    taken.set(target, (taken.get(target) ?? 0) + 1)
    return () => {
      free += 1
      taken.set(target, (taken.get(target) ?? 0) - 1)
      const next = line.find((waiting) => isFree(waiting.target))
      if (!next) return
      line = line.filter((waiting) => waiting !== next)
      next.enter(occupy(next.target))
    }
  }

  return {
    take(target) {
      if (isFree(target)) return Promise.resolve(occupy(target))
      return new Promise((resolve) => {
        const waiting = {
          target,
          enter(leave: Leave) {
            clearTimeout(timer)
            resolve(leave)
          },
        }
        const timer = setTimeout(() => {
          line = line.filter((other) => other !== waiting)
          resolve(null)
        }, PATIENCE_MS)
        line.push(waiting)
      })
    },
    // The more were turned away lately, the longer the way around: a heap of ten thousand must not come back thrice a second.
    stayAwayMs: (target) =>
      Math.min(LONGEST_AWAY_MS, SHORTEST_AWAY_MS * (1 + turnedAway(target, performance.now()) / perDestination)),
  }
}

/** Counts calls per key over the present and the last window. */
function createCounter(): (key: string, nowMs: number) => number {
  let windowStart = 0
  let present = new Map<string, number>()
  let last = new Map<string, number>()
  return (key, nowMs) => {
    if (nowMs - windowStart >= WINDOW_MS) {
      last = nowMs - windowStart < 2 * WINDOW_MS ? present : new Map()
      present = new Map()
      windowStart = nowMs
    }
    const calls = (present.get(key) ?? 0) + 1
    present.set(key, calls)
    return calls + (last.get(key) ?? 0)
  }
}
