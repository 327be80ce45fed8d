import type { Bucket } from './buckets'

/** The buckets from one that was begun at to one where it goes on; either may be the earlier. */
export interface Selection {
  anchor: number
  end: number
}

/** The first and the last place of a selection. */
export function placesOf({ anchor, end }: Selection): [first: number, last: number] {
  return [Math.min(anchor, end), Math.max(anchor, end)]
}

/** The place of the bucket under a pointer, `share` of the way across; the nearest where it is outside. */
export function placeAt(share: number, length: number): number {
  return Math.min(length - 1, Math.max(0, Math.floor(share * length)))
}

/** Where a key leads from a place among `length` buckets; null for a key that leads nowhere. */
export function placeAfter(key: string, place: number, length: number): number | null {
  const leap = Math.max(2, Math.round(length / 10))
  const steps: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - leap,
    PageUp: place + leap,
    Home: 0,
    End: length - 1,
  }
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined
  return next === undefined ? null : Math.min(length - 1, Math.max(0, next))
}

/**
 * The window of time that a selection names, within `window` where it has bounds. A selection up to the last bucket has no
 * end of its own: what is yet to come belongs to it. Null where there are no such buckets.
 */
export function rangeOf(
  buckets: readonly Bucket[],
  selection: Selection,
  window: { fromMs: number; toMs: number; hasEnd: boolean },
): { from: string; to: string | null } | null {
  const [first, last] = placesOf(selection)
  const start = buckets[first]
  const end = buckets[last]
  if (!start || !end) return null
  const from = new Date(Math.max(start.fromMs, window.fromMs)).toISOString()
  if (last < buckets.length - 1) return { from, to: new Date(end.toMs).toISOString() }
  return { from, to: window.hasEnd ? new Date(Math.min(end.toMs, window.toMs)).toISOString() : null }
}
