import { type Histogram, type HistogramBucket, OUTCOMES, type Outcome } from '@/lib/search/summary/schemas'

const AT_MOST = 400

/** A bar of the histogram: what was received from one moment until another. */
export interface Bucket {
  fromMs: number
  toMs: number
  counts: Record<Outcome, number>
  total: number
}

/** The part of a bar that an outcome takes, in pixels from the top. */
export interface Part {
  outcome: Outcome
  y: number
  height: number
}

/** Every bucket of the histogram's window, empty ones too, the earliest first. */
export function bucketsOf({ from, to, bucketSeconds, buckets }: Histogram): Bucket[] {
  const stepMs = Math.max(1, bucketSeconds * 1000)
  const firstMs = buckets[0] ? Date.parse(buckets[0].from) : Date.parse(from)
  const startMs = firstMs - Math.max(0, Math.ceil((firstMs - Date.parse(from)) / stepMs)) * stepMs
  const lastMs = Math.max(Date.parse(to), Date.parse(buckets.at(-1)?.from ?? from) + 1)
  const length = Math.min(AT_MOST, Math.max(1, Math.ceil((lastMs - startMs) / stepMs)))
  const byPlace = new Map(buckets.map((bucket) => [Math.floor((Date.parse(bucket.from) - startMs) / stepMs), bucket]))
  return Array.from({ length }, (_, place) => bucketOf(startMs + place * stepMs, stepMs, byPlace.get(place)))
}

/** With empty buckets before the first, so that there are at least as many: for a time before which nothing was received. */
export function withEmptyBefore(buckets: readonly Bucket[], least: number): Bucket[] {
  const [first] = buckets
  if (!first) return []
  const stepMs = first.toMs - first.fromMs
  const missing = Math.max(0, least - buckets.length)
  const before = Array.from({ length: missing }, (_, place) =>
    bucketOf(first.fromMs - (missing - place) * stepMs, stepMs, undefined),
  )
  return [...before, ...buckets]
}

function bucketOf(fromMs: number, stepMs: number, found: HistogramBucket | undefined): Bucket {
  const counts = found?.counts ?? { succeeded: 0, none: 0, waiting: 0, failed: 0, rejected: 0 }
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
  return { fromMs, toMs: fromMs + stepMs, counts, total }
}

/** How many of each outcome the buckets hold together. */
export function totalsOf(buckets: readonly Bucket[]): Record<Outcome, number> {
  const totals = { succeeded: 0, none: 0, waiting: 0, failed: 0, rejected: 0 }
  for (const { counts } of buckets) for (const outcome of OUTCOMES) totals[outcome] += counts[outcome]
  return totals
}

/**
 * The parts of a bar that is `heightPx` high where it holds `top`, succeeded at the bottom. What is there is seen, however
 * little: a part is at least 2 px high, and the largest gives way where that is too much.
 */
export function partsOf({ counts }: Bucket, top: number, heightPx: number): Part[] {
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
    outcome,
    height: Math.max(2, (counts[outcome] / Math.max(1, top)) * heightPx),
  }))
  const excess = parts.reduce((sum, { height }) => sum + height, 0) - heightPx
  const largest = parts.toSorted((a, b) => b.height - a.height)[0]
  if (largest && excess > 0) largest.height = Math.max(2, largest.height - excess)
  let y = heightPx
  return parts.map((part) => {
    y -= part.height
    return { ...part, y }
  })
}
