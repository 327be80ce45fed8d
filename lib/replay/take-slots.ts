/** What a replay's rate leaves to be started at this moment. */
export interface Slots {
  count: number
  /** When the next one is due; null where there is no rate. */
  nextAt: Date | null
}

/** So much of a rate that was not used may be made up for. */
const MAKE_UP_MS = 1_000

/**
 * Up to `wanted` slots of a rate: one per 1/rate seconds, kept in the replay's row, so that it holds across restarts and
 * for several workers together. What a late call missed is made up for, a second's worth at most.
 */
export function takeSlots(
  { rate, nextSlotAt }: { rate: number | null; nextSlotAt: Date | null },
  wanted: number,
  now: Date,
): Slots {
  if (rate === null) return { count: wanted, nextAt: null }
  const everyMs = 1_000 / rate
  const earliest = now.getTime() - Math.max(MAKE_UP_MS, everyMs)
  const from = nextSlotAt ? Math.max(nextSlotAt.getTime(), earliest) : now.getTime()
  const due = from > now.getTime() ? 0 : Math.floor((now.getTime() - from) / everyMs) + 1
  const count = Math.min(due, wanted)
  return { count, nextAt: new Date(Math.ceil(from + count * everyMs)) }
}
