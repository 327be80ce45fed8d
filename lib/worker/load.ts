/** How much this process has under way, and how much more it takes. */
export interface Load {
  room(target: string, perDestination: boolean): number
  /** How long what finds no room is to stay away, in milliseconds; to be asked once for each. */
  fullWaitMs(target: string): number
  begin(runId: string, target: string): void
  end(runId: string): void
  has(runId: string): boolean
}

const SHORTEST_WAIT_MS = 300
const LONGEST_WAIT_MS = 30_000
const WINDOW_MS = 15_000

/** Left free of runs, so that what makes runs is never kept out by them. */
const RESERVED = 4

/**
 * No destination may take more than half of the places, so that a slow one does not hold up the others: what does not fit
 * comes back in a moment.
 */
export function createLoad(concurrency: number): Load {
  const places = Math.max(1, concurrency - RESERVED)
  const perTarget = Math.max(1, Math.floor(places / 2))
  const byRun = new Map<string, string>()
  const byTarget = new Map<string, number>()
  const turnedAway = createCounter()
  const count = (target: string, change: number) => byTarget.set(target, (byTarget.get(target) ?? 0) + change)
  return {
    room(target, perDestination) {
      const free = places - byRun.size
      return perDestination ? Math.min(free, perTarget - (byTarget.get(target) ?? 0)) : free
    },
    // The more were turned away lately, the longer the way around: a heap of ten thousand must not come back thrice a second.
    fullWaitMs: (target) =>
      Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * (1 + turnedAway(target, performance.now()) / perTarget)),
    begin(runId, target) {
      byRun.set(runId, target)
      count(target, 1)
    },
    end(runId) {
      const target = byRun.get(runId)
      if (target === undefined) return
      byRun.delete(runId)
      count(target, -1)
    },
    has: (runId) => byRun.has(runId),
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
