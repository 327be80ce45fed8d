import type { Window } from './count-sql'
import { type Histogram, type HistogramBucket, OUTCOMES, type Outcome } from './schemas'
import { outcomeOf } from './status-bits'
import { isSampled, type Tally } from './tally'

/** The histogram of what was counted, with a bucket for every part of the window, the oldest first. */
export function histogramOf(tally: Tally, { from, to }: Window): Histogram {
  const size = tally.rows.find(({ part }) => part === 'size')
  const bucketSeconds = size?.n ?? 60
  const firstAt = size?.at ?? Math.floor(to.getTime() / 60_000) * 60
  const length = Math.max(1, Math.ceil((to.getTime() / 1000 - firstAt) / bucketSeconds))
  const buckets = Array.from({ length }, (_, place): HistogramBucket => {
    const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
    return { from: isoOf(firstAt + place * bucketSeconds), counts }
  })
  for (const { part, value, at, n, is_event } of tally.rows) {
    if (part !== 'bucket' || at === null) continue
    // A clock that runs ahead received something after now.
    const bucket = buckets[Math.min(length - 1, Math.max(0, Math.round((at - firstAt) / bucketSeconds)))]
    const outcome = is_event ? outcomeOf(value === null ? null : Number(value)) : 'rejected'
    if (bucket) bucket.counts[outcome] += n * (is_event ? tally.rates.events : tally.rates.rejected)
  }
  return {
    from: from && from < to ? from.toISOString() : isoOf(firstAt),
    to: to.toISOString(),
    bucketSeconds,
    isEstimate: isSampled(tally, 'any'),
    buckets,
  }
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
